"""The demo's feedback form."""

from core.demo import DemoKit

from .models import FeedbackPage

#: Russian segment → English segment.
ENGLISH = {
    "Обратная связь": "Feedback",
    "Задайте вопрос, расскажите о сделанном или сообщите об ошибке. Отвечаем за 30 дней.": (
        "Ask a question, tell us what has been done or report a mistake. We answer within 30 days."
    ),
    "Тема для форума<br/>Ход исполнения рекомендации<br/>Предложение по сайту<br/>Другое": (
        "A theme for the forum<br/>Progress of a recommendation<br/>A suggestion about the site<br/>Something else"
    ),
    "Отправляя сообщение, вы соглашаетесь на то, чтобы администрация Новодумского городского округа "
    "обрабатывала ваше имя и адрес почты для ответа вам. Согласие можно отозвать письмом.": (
        "By sending the message you agree that the Administration of Novodumsk Urban District processes your name "
        "and e-mail in order to answer you. The consent can be withdrawn by letter."
    ),
    "Спасибо! Мы получили ваше сообщение. Если вы указали почту, ответ придёт в течение 30 дней.": (
        "Thank you! We have received your message. If you gave an e-mail, the answer will come within 30 days."
    ),
}


def lay_out(kit: DemoKit) -> None:
    """Make the form; leaves it in ``kit.shared["feedback"]``. It names the statement ``kit.shared["privacy"]``."""
    kit.shared["feedback"] = kit.page(
        kit.home,
        FeedbackPage,
        "feedback",
        title="Обратная связь",
        intro="Задайте вопрос, расскажите о сделанном или сообщите об ошибке. Отвечаем за 30 дней.",
        topic_choices="Тема для форума\nХод исполнения рекомендации\nПредложение по сайту\nДругое",
        recipients="forum@novodumsk.example",
        consent_text="<p>Отправляя сообщение, вы соглашаетесь на то, чтобы администрация Новодумского "
        "городского округа "
        "обрабатывала ваше имя и адрес почты для ответа вам. Согласие можно отозвать письмом.</p>",
        policy=kit.shared["privacy"],
        thanks="<p>Спасибо! Мы получили ваше сообщение. Если вы указали почту, ответ придёт в течение 30 дней.</p>",
        show_in_menus=True,
    )


def translate_section(kit: DemoKit) -> None:
    """The English twin of the form."""
    kit.translate(kit.shared["feedback"], ENGLISH)
