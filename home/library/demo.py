"""The demo's official documents."""

import datetime as dt

from core.demo import DemoKit

from .models import DocumentIndexPage, DocumentPage

IN_FORCE, DRAFT, REPEALED = DocumentPage.Status.IN_FORCE, DocumentPage.Status.DRAFT, DocumentPage.Status.REPEALED
Kind = DocumentPage.Kind

#: Slug, kind, number, days ago (None for a draft), status, issuer, title, in short, topics.
DOCUMENTS = [
    (
        "self-government-rules",
        Kind.DECISION,
        "41-0",
        120,
        IN_FORCE,
        "council-of-deputies",
        "О территориальном общественном самоуправлении в Новодумском городском округе",
        "Как создать совет, какие у него права и как часто он отчитывается перед жителями.",
        ("self-government",),
    ),
    (
        "self-government-rules-old",
        Kind.DECISION,
        "17-0",
        1900,
        REPEALED,
        "council-of-deputies",
        "О порядке учреждения ТОС",
        "Прежний порядок. Действующее решение сокращает срок регистрации устава до тридцати дней.",
        ("self-government",),
    ),
    (
        "forum-committee",
        Kind.ORDER,
        "203-р",
        75,
        IN_FORCE,
        "administration",
        "Об организационном комитете Общественного форума",
        "Кто готовит форум, как попасть в комитет и где публикуются его протоколы.",
        ("openness",),
    ),
    (
        "nonprofit-grants",
        Kind.DECREE,
        "0512-п",
        60,
        IN_FORCE,
        "administration",
        "О порядке предоставления субсидий социально ориентированным НКО",
        "Кому дают деньги, на что их можно тратить и какой отчёт сдают.",
        ("nonprofits",),
    ),
    (
        "yards-programme",
        Kind.PLAN,
        "0447-п",
        210,
        IN_FORCE,
        "administration",
        "Программа «Дворы Новодумска»",
        "Какие дворы ремонтируют, в какой очереди и как попасть в список.",
        ("yards",),
    ),
    (
        "forum-report",
        Kind.REPORT,
        "",
        30,
        IN_FORCE,
        "administration",
        "Отчёт об исполнении рекомендаций прошлого форума",
        "По каждой рекомендации: что сделано, кто отвечал, что мешает.",
        ("openness",),
    ),
    (
        "committee-minutes",
        Kind.MINUTES,
        "3",
        14,
        IN_FORCE,
        "public-chamber",
        "Протокол заседания оргкомитета форума",
        "Обсудили темы секций и запись участников. Особое мнение приложено.",
        ("openness",),
    ),
    (
        "annual-report-form",
        Kind.REGULATION,
        "12-р",
        45,
        IN_FORCE,
        "administration",
        "Образец годового отчёта совета ТОС",
        "Две страницы, которые можно заполнить за вечер.",
        ("self-government",),
    ),
    (
        "accessibility-plan",
        Kind.PLAN,
        "",
        None,
        DRAFT,
        "administration",
        "Проект плана «Доступные входы»",
        "Проект для обсуждения: замечания принимаются до конца месяца.",
        ("accessibility",),
    ),
    (
        "youth-council",
        Kind.REGULATION,
        "0298-п",
        400,
        IN_FORCE,
        "administration",
        "Положение о молодёжном совете",
        "Как избирают совет, сколько он работает и что администрация обязана с ним обсудить.",
        ("youth",),
    ),
]


def lay_out(kit: DemoKit) -> None:
    """Make the section; leaves it in ``kit.shared["documents"]``."""
    kit.shared["documents"] = kit.page(
        kit.home,
        DocumentIndexPage,
        "documents",
        title="Документы",
        intro="Решения, постановления и отчёты, на которых держится общественное участие.",
        show_in_menus=True,
    )


def translate_section(kit: DemoKit) -> None:
    """The English twin of the section."""
    section = kit.shared["documents"]
    english = "The decisions, decrees and reports that public participation rests on."
    kit.translate(section, {"Документы": "Documents", section.intro: english})


def load(kit: DemoKit) -> None:
    """Publish the documents; the rules in force name the old ones that they repealed."""
    pages = {slug: _publish(kit, slug, *rest) for slug, *rest in DOCUMENTS}
    old, new = pages["self-government-rules-old"], pages["self-government-rules"]
    if old.repealed_by_id is None:
        old.repealed_by, old.repealed_on = new, new.adopted_on
        old.save_revision().publish()


def _publish(kit: DemoKit, slug, kind, number, days_ago, status, issuer, title, summary, topics) -> DocumentPage:
    parent = kit.shared["documents"]
    found = DocumentPage.objects.child_of(parent).filter(slug=slug).first()
    if found:
        return found
    text = f"{title}\n\n{summary}\n\nДокумент придуман для показа сайта.\n"
    page = kit.page(
        parent,
        DocumentPage,
        slug,
        title=title,
        kind=kind,
        number=number,
        adopted_on=kit.today - dt.timedelta(days=days_ago) if days_ago else None,
        status=status,
        issued_by=kit.shared["organisations"][issuer],
        summary=summary,
        file=kit.document(slug, title, f"{slug}.txt", text.encode()),
    )
    page.topics = [kit.shared["topics"][name] for name in topics]
    page.save_revision().publish()
    return page
