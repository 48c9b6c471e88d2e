"""Samples in binary formats: each function builds one document."""

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.documents.builders import OdfFile, W, WordFile, pdf, rtf

LONG = (
    "организовать обучение активистов основам проектной деятельности, включая подготовку заявок на гранты, "
    "ведение отчётности и работу с волонтёрами"
)


def word_nested_lists() -> bytes:
    """A letterhead in a table, three levels of a real list, bullets from the Symbol font."""
    word = WordFile()
    table = word.document.add_table(1, 2)
    table.cell(0, 0).text = "Администрация Верхнегорского района"
    table.cell(0, 1).text = "УТВЕРЖДЕНО\nрешением оргкомитета\n20.05.2018 № 3"
    word.say("РЕЗОЛЮЦИЯ", centred=True, bold=True)
    word.say("VI открытого форума общественности Верхнегорского района", centred=True, bold=True)
    word.say("«Сила соседства»", centred=True)
    word.say("")
    word.say("18 мая 2018 года\t\t\t\tс. Верхнее")
    word.say("Форум, обсудив итоги года, отмечает рост числа общественных инициатив.")
    word.say("Участники форума рекомендуют:")
    word.define_list(1, ("decimal", "%1."), ("decimal", "%1.%2."), ("lowerLetter", "%3)"))
    word.define_list(2, ("bullet", "\uf0b7"))
    word.item("Администрации района:", 1)
    word.item("создать реестр пустующих зданий;", 1, 1)
    word.item("передать здания общественным объединениям:", 1, 1)
    word.item("клубам;", 1, 2)
    word.item("советам ветеранов.", 1, 2)
    word.item("Советам поселений:", 1)
    word.item("проводить сходы граждан не реже раза в квартал;", 1, 1)
    word.item("поддерживать старост.", 1, 1)
    word.say("Участники форума решили:")
    word.item("провести следующий форум в 2019 году;", 2)
    word.item("утвердить состав общественного совета.", 2)
    word.say("Председатель                      И. К. Горный")
    return word.bytes()


def word_styles_and_changes() -> bytes:
    """Lists that live in a style and restart, tracked changes, a text box, a page number in the foot."""
    word = WordFile()
    word.define_list(5, ("decimal", "%1)"))
    word.use_list(6, 5, restart=True)
    word.list_style("ПунктРезолюции", 5)
    word.document.sections[0].header.paragraphs[0].text = "Форум «Открытый город» – 2024"
    title = word.say("РЕЗОЛЮЦИЯ", centred=True, bold=True)
    title.add_run().add_break()
    title.add_run("X городского форума «Открытый город»").bold = True
    word.say("12 октября 2024 г.")
    changed = word.say("Участники форума отмечают ")
    changed._p.append(parse_xml(f'<w:del {W} w:id="1" w:author="x"><w:r><w:delText>слабое</w:delText></w:r></w:del>'))
    changed._p.append(parse_xml(f'<w:ins {W} w:id="2" w:author="x"><w:r><w:t>растущее</w:t></w:r></w:ins>'))
    changed.add_run(" доверие к городским службам.")
    word.say("Форум предлагает Администрации города:")
    word.say("открыть данные о ремонте дорог;", style="ПунктРезолюции")
    word.say("ежегодно отчитываться перед форумом.", style="ПунктРезолюции")
    word.say("Форум предлагает городским службам:")
    word.item("отвечать на обращения за три дня;", 6)
    word.item("вести общую карту работ.", 6)
    word.raw(
        f'<w:p {nsdecls("w", "wp")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:r><mc:AlternateContent>'
        '<mc:Choice Requires="wps"><wps:txbx><w:txbxContent><w:p><w:r><w:t>Настоящая резолюция принята единогласно.'
        "</w:t></w:r></w:p></w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r>"
        "<w:t>Настоящая резолюция принята единогласно.</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    return word.bytes()


def word_table_of_items() -> bytes:
    """Recommendations in the rows of a table, with numbers in a column of their own."""
    word = WordFile()
    word.say("РЕКОМЕНДАЦИИ")
    word.say("участников круглого стола «Спорт в каждый двор»")
    word.say("г. Беговой, 1 марта 2023 года")
    word.say("Участники круглого стола рекомендуют администрации города:")
    table = word.document.add_table(0, 2)
    for number, text in enumerate(("построить три спортивные площадки;", "освещать площадки вечером;"), 1):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = str(number), text
    return word.bytes()


def libreoffice() -> bytes:
    """Numbered lists with addressees on the first level, an item of two paragraphs, a note."""
    odf = OdfFile()
    odf.numbered("L1")
    odf.bulleted("L2")
    odf.say("РЕЗОЛЮЦИЯ", centred=True)
    odf.say("II слёта волонтёров Приморского округа", centred=True)
    odf.say("г. Бухтинск, 8 июля 2019 года")
    odf.say("Участники слёта предлагают:")
    odf.xml(
        '<text:list text:style-name="L1"><text:list-item><text:p>Администрации округа:</text:p><text:list>'
        "<text:list-item><text:p>выделить помещение для штаба;</text:p></text:list-item>"
        "<text:list-item><text:p>закупить инвентарь.</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>Школам:</text:p><text:list><text:list-item><text:p>проводить уроки добра.</text:p>"
        "<text:p>Уроки ведут волонтёры.</text:p></text:list-item></text:list></text:list-item></text:list>"
    )
    odf.say("Слёт постановил:")
    odf.xml(
        '<text:list text:style-name="L2"><text:list-item><text:p>создать штаб;</text:p></text:list-item>'
        '<text:list-item><text:p>избрать руководителя<text:note text:note-class="footnote"><text:note-citation>1'
        "</text:note-citation><text:note-body><text:p>Избран А. Морской.</text:p></text:note-body></text:note>."
        "</text:p></text:list-item></text:list>"
    )
    return odf.bytes()


def libreoffice_table() -> bytes:
    """Number, addressee and recommendation in the columns of a table."""
    odf = OdfFile()
    odf.say("РЕЗОЛЮЦИЯ", centred=True)
    odf.say("II Форума учителей", centred=True)
    odf.say("25 августа 2021 г., г. Школьный")
    odf.say("Форум рекомендует:")
    rows = (
        ("№", "Кому", "Рекомендация"),
        ("1", "Управлению образования", "Сократить отчётность школ."),
        ("2", "Директорам школ", "Создать методические дни."),
        ("3", "Родителям", "Участвовать в управлении школой."),
    )
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in row)
        + "</table:table-row>"
        for row in rows
    )
    odf.xml(f'<table:table table:name="T"><table:table-column table:number-columns-repeated="3"/>{cells}</table:table>')
    return odf.bytes()


def rich_text() -> bytes:
    """Letters as cp1251 and Unicode escapes, list texts as Word writes them, a footnote."""
    return rtf(
        r"\pard\qc\b РЕЗОЛЮЦИЯ\b0",
        "I Форума сельских старост «Живая деревня»",
        r"\pard 15 июня 2021 г., д. Берёзовка",
        "Старосты отмечают внимание власти к деревне.",
        "Участники РЕКОМЕНДУЮТ:",
        r"{\listtext\pard\plain 1.\tab}\ls1 Главам поселений ежеквартально встречаться со старостами;",
        r"{\listtext 2.\tab}Старостам вести дневник\~обращений \u8212? жителей"
        r"{\footnote Образец дневника прилагается.};",
        r"{\listtext 3.\tab}Жителям участвовать в сходах.",
    )


def printed_pages() -> bytes:
    """Four justified pages with a running head and page numbers, addressees in bold, words cut by the printer."""
    items = "".join(f"<p class=i>{number}) в районе № {number} {LONG};</p>" for number in range(1, 31))
    return pdf(
        "<p class=c><b>РЕЗОЛЮЦИЯ</b></p><p class=c><b>IV Форума женщин Заречного края<br>«Семья и село»</b></p>"
        "<p>3 марта 2020 г.&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;г. Заречный</p>"
        "<p class=i>Участницы форума, собравшиеся в Заречном, чтобы обсудить положение семей на селе, отмечают, что за "
        "последние годы в крае открыты двенадцать новых детских садов. При этом транспортная доступность "
        "социально-ориентированных организаций остаётся низкой.</p><p class=i>Участницы форума рекомендуют:</p>"
        f"<p class=i><b>Правительству края:</b></p>{items}<p class=i><b>Женсоветам:</b></p>"
        "<p class=i>1) поддерживать молодые семьи;</p><p class=i>2) провести в 2021 году слёт.</p>"
        "<p class=i>Председатель оргкомитета А. С. Полевая</p>",
        header="Резолюция IV Форума женщин",
    )


def word_addressees_in_a_column() -> bytes:
    """A table with addressees on the left, several recommendations in a cell, a heading row."""
    word = WordFile()
    word.say("РЕКОМЕНДАЦИИ", centred=True)
    word.say("Второй городской конференции родителей", centred=True)
    word.say("8 ноября 2019 г., г. Ясный", centred=True)
    word.say("Участники конференции рекомендуют:")
    rows = {
        "Адресат": ("Рекомендация",),
        "Управлению образования": ("ввести электронную запись в кружки;", "публиковать меню школьных столовых."),
        "Директорам школ": ("проводить дни открытых дверей;",),
        "Родительским комитетам": ("участвовать в школьных проектах;", "обучать родителей медиации."),
    }
    table = word.document.add_table(0, 2)
    for addressee, items in rows.items():
        cells = table.add_row().cells
        cells[0].text, cells[1].paragraphs[0].text = addressee, items[0]
        for item in items[1:]:
            cells[1].add_paragraph(item)
    word.say("Рекомендации приняты единогласно.")
    return word.bytes()


def word_plan() -> bytes:
    """A table whose heading row puts the addressee and the date behind the recommendation."""
    word = WordFile()
    word.say("РЕЗОЛЮЦИЯ", centred=True, bold=True)
    word.say("II Форума велосипедистов города Педалинска", centred=True, bold=True)
    word.say("22 сентября 2023 г.                          г. Педалинск")
    word.say("Форум рекомендует:")
    table = word.document.add_table(0, 4)
    for row in (
        ("№ п/п", "Рекомендация", "Адресат", "Срок"),
        ("1", "проложить велодорожку вдоль набережной", "Администрации города", "2024 год"),
        ("2", "установить велопарковки у школ", "Управлению образования", "до 1 сентября 2024 г."),
        ("3", "проводить велопарад", "Федерации велоспорта", "ежегодно"),
    ):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return word.bytes()


def printed_columns() -> bytes:
    """One page in two columns below a title that goes across both."""
    lists = {
        "Жителям": (
            "чаще встречаться во дворах и обсуждать общие дела за чаем;",
            "помогать пожилым соседям с покупками и лекарствами;",
            "беречь зелёные насаждения и клумбы у подъездов;",
        ),
        "Администрации": (
            "выделить место для соседского центра в каждом микрорайоне;",
            "проводить конкурс дворов с призами от города;",
            "отвечать на обращения советов домов в течение десяти дней.",
        ),
    }
    items = "".join(
        f"<p>{whom}:</p>" + "".join(f"<p>{number}) {text}</p>" for number, text in enumerate(texts, 1))
        for whom, texts in lists.items()
    )
    return pdf(
        "<style>.cols{column-count:2;column-gap:12mm} .cols p{text-align:left}</style>"
        "<p class=c><b>РЕЗОЛЮЦИЯ<br>IV Форума соседей</b></p><p class=c>15 мая 2022 года</p><div class=cols>"
        "<p>Форум соседей собрал двести человек, которые обсудили жизнь своих дворов и домов за последний год.</p>"
        f"<p>Форум рекомендует:</p>{items}</div>"
    )


BUILT = {
    "31-word-nested-lists.docx": word_nested_lists,
    "32-word-styles-and-changes.docx": word_styles_and_changes,
    "33-word-table-of-items.docx": word_table_of_items,
    "34-libreoffice.odt": libreoffice,
    "35-rich-text.rtf": rich_text,
    "36-printed-pages.pdf": printed_pages,
    "37-word-addressees-in-a-column.docx": word_addressees_in_a_column,
    "38-word-plan.docx": word_plan,
    "39-printed-columns.pdf": printed_columns,
    "40-libreoffice-table.odt": libreoffice_table,
}
