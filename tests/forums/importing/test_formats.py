"""One resolution in every format and manner of wrapping is the same resolution."""

import html
import textwrap

import pytest

from documents import read
from forums.importing import parse
from tests.documents.builders import OdfFile, WordFile, pdf, rtf

HEAD = (
    "РЕЗОЛЮЦИЯ",
    "V Гражданского форума Зареченского городского округа",
    "«Участие каждого – успех общего дела»",
    "14 мая 2019 года",
    "Мы, участники V Гражданского форума Зареченского городского округа, отмечаем, что в округе сложилась система "
    "взаимодействия жителей, организаций и власти.",
    "Заслушав выступления, участники Форума рекомендуют:",
)
SECTIONS = {
    "Органам местного самоуправления Зареченского городского округа:": (
        "Шире использовать дискуссионные площадки, на которых жители вместе с руководителями обсуждают самые "
        "значимые вопросы развития города, и регулярно проводить тематические встречи.",
        "Провести ряд семинаров по созданию проектов.",
    ),
    "Предпринимательскому сообществу Зареченского городского округа:": (
        "Активно участвовать в благотворительной деятельности.",
        "Создать рабочие места для молодых специалистов, предусмотрев наставничество и стажировки для выпускников.",
        "Обращаться к передовому опыту.",
    ),
}
LINES = [*HEAD, *(line for head, items in SECTIONS.items() for line in (head, *(f"· {item}" for item in items)))]
TIGHT = "<style>p{margin:0!important;text-align:left!important}</style>"
SET_IN = "<style>p{margin:0!important;text-indent:12mm}</style>"


def is_item(line: str) -> bool:
    return line.startswith("·")


def word() -> bytes:
    made = WordFile()
    made.define_list(1, ("bullet", "\uf0b7"))
    for index, line in enumerate(LINES):
        if is_item(line):
            made.item(line[2:], 1)
        else:
            made.say(line, centred=index < 4)
    return made.bytes()


def odf() -> bytes:
    made = OdfFile()
    made.bulleted("L")
    for line in LINES:
        if is_item(line):
            item = f"<text:list-item><text:p>{line[2:]}</text:p></text:list-item>"
            made.xml(f'<text:list text:style-name="L">{item}</text:list>')
        else:
            made.say(line)
    return made.bytes()


def paragraphs() -> str:
    return "".join(f"<p>{html.escape(line)}</p>" for line in LINES)


def lists() -> str:
    return "".join(f"<ul><li>{line[2:]}</li></ul>" if is_item(line) else f"<p>{line}</p>" for line in LINES)


def wrapped(width: int, **indents: str) -> str:
    return "\n".join(line for text in LINES for line in textwrap.wrap(text, width, **indents))


MADE = {
    "a.docx": word,
    "a.odt": odf,
    "a.rtf": lambda: rtf(*(line.replace("·", r"{\pntext\f1\'B7\tab}") for line in LINES)),
    "lists.html": lambda: lists().encode(),
    "lists.pdf": lambda: pdf(lists()),
    "tight.pdf": lambda: pdf(TIGHT + paragraphs()),
    "set-in.pdf": lambda: pdf(SET_IN + paragraphs(), header="Зареченский городской округ"),
    "plain.txt": lambda: "\n".join(LINES).encode("utf-8-sig"),
    "wrapped.txt": lambda: wrapped(70).encode("cp1251"),
    "set-in.txt": lambda: wrapped(72, initial_indent="    ").replace("\n", "\r\n").encode("utf-16"),
    "numbered.txt": lambda: "\n".join(
        f"{n}) {line[2:]}" if is_item(line) else line for n, line in enumerate(LINES)
    ).encode(),
    "bare.txt": lambda: "\n".join(line.removeprefix("· ") for line in LINES).encode(),
    "list.md": lambda: "\n\n".join(line.replace("·", "-") for line in LINES).encode(),
}


@pytest.mark.parametrize("name", MADE)
def test_same_resolution(name):
    resolution = parse(read(MADE[name](), name))
    assert {
        section.addressee + ":": tuple(item.text for item in section.items) for section in resolution.sections
    } == SECTIONS
    assert resolution.forum.number == 5
    assert resolution.forum.theme == "Участие каждого – успех общего дела"
    assert resolution.adopted_on.isoformat() == "2019-05-14"
    assert resolution.preamble == (HEAD[4],)
    assert resolution.sections[0].lead_in == HEAD[5]
