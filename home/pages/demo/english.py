"""English words of the demo's ordinary pages: Russian segment → English segment."""

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
    "Предложите тему через форму обратной связи не позднее чем за два месяца.": (
        "Propose a theme through the feedback form at least two months ahead."
    ),
    "Зарегистрируйтесь, когда откроется запись: ссылка появится на странице форума.": (
        "Register when registration opens: the link will appear on the forum's page."
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
    "Счётчиков посещений и рекламы на сайте нет.": (
        "Pages that you only read set no cookies and call no foreign servers. There are no counters and no advertising."
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
    "Кнопка «Для слабовидящих» стоит в шапке: размер букв, цвета, расстояния, показ картинок. "
    "Выбор помнит ваш браузер, на сервер он не передаётся.": (
        "The “Low vision” button is in the header: text size, colours, spacing, pictures. "
        "Your browser remembers the choice; the server is not told."
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

SITEMAP = {"Карта сайта": "Site map"}

FEEDBACK = {
    "Обратная связь": "Feedback",
    "Предложите тему форума, расскажите о сделанном или сообщите об ошибке. Отвечаем за 30 дней.": (
        "Propose a theme, tell what has been done or report a mistake. We answer within 30 days."
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
