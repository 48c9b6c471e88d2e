"""The demo's ordinary pages: about the forum, and the statements a site owes its readers."""

from core.demo import DemoKit, body

from .models import ContactsPage, ContentPage, Office, SiteMapPage

POLICY = (
    ("h", "Кто обрабатывает данные"),
    "Оператор — администрация Новодумского городского округа. Адрес и телефон стоят внизу каждой страницы.",
    ("h", "Какие данные и зачем"),
    "Имя, адрес электронной почты и текст сообщения, которые вы сами указали в форме. "
    "Они нужны, чтобы ответить вам, и больше ни для чего не используются.",
    ("h", "Сколько хранятся"),
    "Пять лет со дня ответа, как того требует порядок работы с обращениями граждан, затем уничтожаются.",
    ("h", "Как отозвать согласие"),
    "Напишите по адресу, указанному внизу страницы. Данные удалят в течение тридцати дней.",
    ("h", "Чего сайт не делает"),
    "Страницы, которые вы только читаете, не сохраняют файлов cookie и не обращаются к чужим серверам. "
    "Если вы выбрали вид сайта, этот выбор — и ничего больше — хранится в файле cookie на вашем устройстве. "
    "Счётчиков посещений и рекламы на сайте нет.",
)

STATEMENT = (
    "Сайт рассчитан на то, чтобы им мог пользоваться каждый: с клавиатуры, с программой экранного доступа, "
    "с увеличением до 200 %, на недорогом телефоне.",
    ("h", "Чему сайт соответствует"),
    "Требованиям WCAG 2.2 уровня AA и ГОСТ Р 52872–2019. Проверка идёт при каждом изменении сайта.",
    ("h", "Режим для слабовидящих"),
    "Кнопка «Для слабовидящих» стоит в шапке: одно нажатие включает крупный текст, чёрный по белому, с большими "
    "интервалами, другое возвращает обычный вид. Размер, три сочетания цветов, интервалы и показ картинок можно "
    "выбрать там же. Выбор хранится в файле cookie на вашем устройстве и работает без скриптов.",
    ("h", "Что пока неудобно"),
    "Часть документов прежних лет — сканы без текста. По просьбе мы пришлём их текст.",
    ("h", "Если что-то не получается"),
    "Напишите через форму обратной связи или позвоните: исправим или поможем иначе.",
)


# English words: Russian segment → English segment.

ABOUT = {
    "О форуме": "About the forum",
    "Раз в год жители, депутаты, предприниматели и некоммерческие организации собираются в одном зале.": (
        "Once a year residents, deputies, businesses and non-profit organisations meet in one hall."
    ),
    "На форуме спорят о том, что мешает городу жить лучше, и договариваются о рекомендациях. "
    "У каждой рекомендации есть адресат: администрация, бизнес или некоммерческие организации.": (
        "The forum argues about what keeps the town from living better, and agrees on recommendations. "
        "Each of them has an addressee: the administration, business or non-profit organisations."
    ),
    "Чем форум не является": "What the forum is not",
    "Рекомендации не обязательны по закону. Их сила в другом: через год адресат отчитывается при всех.": (
        "Recommendations do not bind by law. Their strength lies elsewhere: a year later "
        "the addressee reports in public."
    ),
    "Кто готовит форум": "Who prepares the forum",
    "Оргкомитет, в который входят представители администрации, Общественной палаты и советов ТОС. "
    "Заседания открыты, расписание — в афише.": (
        "An organising committee of the administration, the Public Chamber and the neighbourhood councils. "
        "Its meetings are open; see the events."
    ),
}

HOW = {
    "Как участвовать": "How to take part",
    "Прийти может любой житель старше четырнадцати лет.": "Any resident over fourteen may come.",
    "Внесите предложение на странице форума, пока открыт приём.": (
        "Make a proposal on the forum's page while proposals are taken."
    ),
    "Запишитесь, когда откроется запись: она тоже на странице форума.": (
        "Register when registration opens: that is on the forum's page, too."
    ),
    "Выберите секцию. Если хотите выступить, пришлите тезисы на одну страницу.": (
        "Choose a section. If you want to speak, send an abstract of one page."
    ),
    "После форума следите за рекомендациями: у каждой есть свой адрес и история исполнения.": (
        "After the forum follow the recommendations: each has an address and a history of its own."
    ),
    "Если вам нужен переводчик жестового языка или помощь при входе, скажите об этом при записи.": (
        "If you need a sign language interpreter or help at the entrance, say so when you register."
    ),
}

PRIVACY = {
    "Обработка персональных данных": "Personal data",
    "Кто обрабатывает данные": "Who processes the data",
    "Оператор — администрация Новодумского городского округа. Адрес и телефон стоят внизу каждой страницы.": (
        "The operator is the Administration of Novodumsk Urban District; its address is at the foot of every page."
    ),
    "Какие данные и зачем": "Which data, and what for",
    "Имя, адрес электронной почты и текст сообщения, которые вы сами указали в форме. "
    "Они нужны, чтобы ответить вам, и больше ни для чего не используются.": (
        "The name, e-mail and message that you typed into the form yourself. They serve "
        "to answer you, and nothing else."
    ),
    "Сколько хранятся": "How long they are kept",
    "Пять лет со дня ответа, как того требует порядок работы с обращениями граждан, затем уничтожаются.": (
        "Five years from the answer, as the rules on citizens' appeals demand; then they are destroyed."
    ),
    "Как отозвать согласие": "How to withdraw consent",
    "Напишите по адресу, указанному внизу страницы. Данные удалят в течение тридцати дней.": (
        "Write to the address at the foot of the page. The data will be deleted within thirty days."
    ),
    "Чего сайт не делает": "What this site does not do",
    "Страницы, которые вы только читаете, не сохраняют файлов cookie и не обращаются к чужим серверам. "
    "Если вы выбрали вид сайта, этот выбор — и ничего больше — хранится в файле cookie на вашем устройстве. "
    "Счётчиков посещений и рекламы на сайте нет.": (
        "Pages that you only read set no cookies and contact no other servers. If you choose how the site looks, that "
        "choice, and nothing else, is kept in a cookie on your device. There is no tracking and no advertising."
    ),
}

ACCESSIBILITY = {
    "Доступность сайта": "Accessibility statement",
    "Сайт рассчитан на то, чтобы им мог пользоваться каждый: с клавиатуры, с программой экранного доступа, "
    "с увеличением до 200 %, на недорогом телефоне.": (
        "The site is meant for everybody: with a keyboard, with a screen reader, at 200 % zoom, on a cheap phone."
    ),
    "Чему сайт соответствует": "What it conforms to",
    "Требованиям WCAG 2.2 уровня AA и ГОСТ Р 52872–2019. Проверка идёт при каждом изменении сайта.": (
        "WCAG 2.2 level AA and GOST R 52872-2019. It is checked whenever the site changes."
    ),
    "Режим для слабовидящих": "Low-vision mode",
    "Кнопка «Для слабовидящих» стоит в шапке: одно нажатие включает крупный текст, чёрный по белому, с большими "
    "интервалами, другое возвращает обычный вид. Размер, три сочетания цветов, интервалы и показ картинок можно "
    "выбрать там же. Выбор хранится в файле cookie на вашем устройстве и работает без скриптов.": (
        "The “Low vision” button is in the header: one click switches to large black-on-white text with wide spacing, "
        "another returns to the usual look. Text size, three colour schemes, spacing and pictures can be set there, "
        "too. Your choice is kept in a cookie on your device and works without JavaScript."
    ),
    "Что пока неудобно": "What is still inconvenient",
    "Часть документов прежних лет — сканы без текста. По просьбе мы пришлём их текст.": (
        "Some documents of earlier years are scans without text. We send their text on request."
    ),
    "Если что-то не получается": "If something does not work",
    "Напишите через форму обратной связи или позвоните: исправим или поможем иначе.": (
        "Write through the feedback form or call: we shall mend it or help in another way."
    ),
}

CONTACTS = {
    "Контакты": "Contacts",
    "Отвечаем на письма за пять рабочих дней, на звонки — сразу.": (
        "We answer letters within five working days, and calls at once."
    ),
    "Оргкомитет форума": "Organising committee of the forum",
    "Темы, запись на форум, программа": "Themes, registration, programme",
    "вт, чт 14:00–17:00": "Tue, Thu 14:00–17:00",
    "Отдел открытости и обращений": "Office of Openness and Appeals",
    "Что стало с рекомендацией, ошибки на сайте": "What came of a recommendation, mistakes on the site",
    "пн–чт 9:00–12:00": "Mon–Thu 9:00–12:00",
    "Как доехать": "How to get there",
    "Автобусы 1 и 4, остановка «Площадь Согласия». Вход с пандусом — со двора.": (
        "Buses 1 and 4 to Soglasiya Square. The entrance with a ramp is in the yard."
    ),
}

SITEMAP = {"Карта сайта": "Site map"}


def lay_out(kit: DemoKit) -> None:
    """Make the pages; leaves ``about`` and ``privacy`` in ``kit.shared``."""
    about = kit.page(
        kit.home,
        ContentPage,
        "about",
        title="О форуме",
        intro="Раз в год жители, депутаты, предприниматели и некоммерческие организации собираются в одном зале.",
        show_in_menus=True,
        body=body(
            "На форуме спорят о том, что мешает городу жить лучше, и договариваются о рекомендациях. "
            "У каждой рекомендации есть адресат: администрация, бизнес или некоммерческие организации.",
            ("h", "Чем форум не является"),
            "Рекомендации не обязательны по закону. Их сила в другом: через год адресат отчитывается при всех.",
            ("h", "Кто готовит форум"),
            "Оргкомитет, в который входят представители администрации, Общественной палаты и советов ТОС. "
            "Заседания открыты, расписание — в афише.",
        ),
    )
    kit.page(
        about,
        ContentPage,
        "how-to-take-part",
        title="Как участвовать",
        intro="Прийти может любой житель старше четырнадцати лет.",
        body=body(
            (
                "list",
                [
                    "Внесите предложение на странице форума, пока открыт приём.",
                    "Запишитесь, когда откроется запись: она тоже на странице форума.",
                    "Выберите секцию. Если хотите выступить, пришлите тезисы на одну страницу.",
                    "После форума следите за рекомендациями: у каждой есть свой адрес и история исполнения.",
                ],
            ),
            "Если вам нужен переводчик жестового языка или помощь при входе, скажите об этом при записи.",
        ),
    )
    kit.shared["about"] = about
    kit.shared["privacy"] = kit.page(
        kit.home, ContentPage, "privacy", title="Обработка персональных данных", body=body(*POLICY)
    )
    kit.page(kit.home, ContentPage, "accessibility", title="Доступность сайта", body=body(*STATEMENT))
    kit.page(kit.home, SiteMapPage, "sitemap", title="Карта сайта")
    kit.page(
        kit.home,
        ContactsPage,
        "contacts",
        title="Контакты",
        intro="Отвечаем на письма за пять рабочих дней, на звонки — сразу.",
        offices=[
            Office(
                title="Оргкомитет форума",
                about="Темы, запись на форум, программа",
                phone="+7 (000) 000-00-02",
                email="forum@novodumsk.example",
                room="кабинет 12",
                hours="вт, чт 14:00–17:00",
                sort_order=1,
            ),
            Office(
                title="Отдел открытости и обращений",
                about="Что стало с рекомендацией, ошибки на сайте",
                email="otkrytost@novodumsk.example",
                hours="пн–чт 9:00–12:00",
                sort_order=2,
            ),
        ],
        body=body(("h", "Как доехать"), "Автобусы 1 и 4, остановка «Площадь Согласия». Вход с пандусом — со двора."),
    )


def translate_section(kit: DemoKit) -> None:
    """English twins of the pages."""
    children = {page.slug: page.specific for page in kit.home.get_children()}
    kit.translate(kit.shared["about"], ABOUT)
    kit.translate(kit.shared["about"].get_children().get(slug="how-to-take-part").specific, HOW)
    kit.translate(kit.shared["privacy"], PRIVACY)
    kit.translate(children["accessibility"], ACCESSIBILITY)
    kit.translate(children["sitemap"], SITEMAP)
    kit.translate(children["contacts"], CONTACTS)
