"""The demo's settings, vocabularies, front page and sections: what the other apps' demos hang their pages on."""

from typing import Any

from wagtail.models import Site

from core.demo import DemoKit
from core.models import Organisation, SiteSettings, Topic
from home.events.models import EventIndexPage
from home.library.models import DocumentIndexPage
from home.news.models import NewsIndexPage
from home.pages import demo as pages

from ..models import HomePage

TITLE = "Общественный форум Новодумска"
TITLE_ENGLISH = "Public Forum of Novodumsk"
HEADING = "Город решает вместе — и проверяет, что вышло"
INTRO = (
    "Форум собирается раз в год и принимает рекомендации. Здесь видно, кто за них отвечает, "
    "что сделано и чем можно помочь."
)

TOPICS = {
    "yards": ("Благоустройство дворов", "Yards and public spaces"),
    "self-government": ("Территориальное самоуправление", "Neighbourhood self-government"),
    "nonprofits": ("Поддержка НКО", "Support for non-profits"),
    "youth": ("Молодёжь", "Young people"),
    "culture": ("Культура", "Culture"),
    "ecology": ("Экология", "Ecology"),
    "education": ("Образование", "Education"),
    "sport": ("Спорт и здоровье", "Sport and health"),
    "accessibility": ("Доступная среда", "Accessible environment"),
    "openness": ("Открытость власти", "Open government"),
}

ORGANISATIONS = {
    "administration": ("Администрация Новодумского городского округа", "Administration of Novodumsk Urban District"),
    "council-of-deputies": ("Собрание депутатов Новодумского городского округа", "Novodumsk Assembly of Deputies"),
    "public-chamber": ("Общественная палата Новодумска", "Public Chamber of Novodumsk"),
    "youth-centre": ("Молодёжный центр «Сверстник»", "Sverstnik Youth Centre"),
}

#: The front page from top to bottom.
SECTIONS = ("forum", "search", "contests", "events", "news", "projects", "councils")


def load(kit: DemoKit) -> None:
    """Name the town, lay out the sections, put the front page together.

    Leaves in ``kit.shared``: ``topics`` and ``organisations`` by slug, ``news``, ``events``, ``documents`` (indexes).
    """
    site = Site.objects.get(is_default_site=True)
    kit.home = HomePage.objects.get(pk=site.root_page_id)
    kit.shared["topics"] = {
        slug: kit.snippet(Topic, slug, title=title, en=english) for slug, (title, english) in TOPICS.items()
    }
    kit.shared["organisations"] = {
        slug: kit.snippet(Organisation, slug, title=title, en=english)
        for slug, (title, english) in ORGANISATIONS.items()
    }
    is_new = kit.home.title != TITLE
    if is_new:
        name_the_town(kit, site)
    lay_out_sections(kit)
    if is_new:
        set_up_front_page(kit)


def name_the_town(kit: DemoKit, site: Site) -> None:
    """Official names and contacts; every one of them is invented."""
    settings = SiteSettings.for_site(site)
    kit.change(
        settings,
        name="Новодумск",
        name_genitive="Новодумска",
        name_prepositional="Новодумске",
        name_english="Novodumsk",
        site_title=TITLE,
        site_title_english=TITLE_ENGLISH,
        operator_name="Администрация Новодумского городского округа",
        operator_name_english="Administration of Novodumsk Urban District",
        address="000000, г. Новодумск, площадь Согласия, д. 1",
        address_english="1 Soglasiya Square, Novodumsk 000000",
        phone="+7 (000) 000-00-01",
        email="forum@novodumsk.example",
        hours="пн–чт 8:30–17:30, пт 8:30–16:30",
        hours_english="Mon–Thu 8:30–17:30, Fri 8:30–16:30",
        inn="0000000000",
        ogrn="0000000000000",
    )
    kit.change(kit.home, title=TITLE, heading=HEADING, intro=INTRO)


def lay_out_sections(kit: DemoKit) -> None:
    """The sections of the menu that are the front page's own, and the pages a site owes its readers."""
    kit.shared["news"] = kit.page(
        kit.home,
        NewsIndexPage,
        "news",
        title="Новости",
        intro="Что происходит между форумами: конкурсы, встречи, отчёты об исполнении рекомендаций.",
        show_in_menus=True,
    )
    kit.shared["events"] = kit.page(
        kit.home,
        EventIndexPage,
        "events",
        title="Афиша",
        intro="Дискуссионные клубы, семинары, слушания и субботники. Вход свободный, если не сказано иное.",
        show_in_menus=True,
    )
    pages.load(kit)
    kit.shared["documents"] = kit.page(
        kit.home,
        DocumentIndexPage,
        "documents",
        title="Документы",
        intro="Решения, постановления и отчёты, на которых держится общественное участие.",
        show_in_menus=True,
    )


def set_up_front_page(kit: DemoKit) -> None:
    """The front page's sections, and its English twin."""
    blocks: list[dict[str, Any]] = [{"type": name, "value": {"heading": ""}} for name in SECTIONS]
    call = {
        "heading": "Предложите тему следующего форума",
        "text": "Оргкомитет читает каждое письмо и отвечает в течение 30 дней.",
        "page": kit.shared["feedback"].pk,
        "button": "Написать нам",
    }
    blocks.append({"type": "call", "value": call})
    picture = kit.picture("town-panorama", "Вид на Новодумск с водохранилища", scene="lake", width=1920, height=900)
    kit.home.refresh_from_db()
    kit.home.sections = blocks
    kit.home.picture = picture
    kit.home.save_revision().publish()
    translate_sections(kit)


def translate_sections(kit: DemoKit) -> None:
    """English twins of the front page and of the sections below it."""
    kit.translate(
        kit.home,
        {
            TITLE: TITLE_ENGLISH,
            HEADING: "The town decides together — and checks what came of it",
            INTRO: "The forum meets once a year and adopts recommendations. Here you can see who answers for them, "
            "what has been done and how you can help.",
            "Предложите тему следующего форума": "Propose a theme for the next forum",
            "Оргкомитет читает каждое письмо и отвечает в течение 30 дней.": (
                "The organisers read every letter and answer within 30 days."
            ),
            "Написать нам": "Write to us",
        },
    )
    kit.translate(
        kit.shared["news"],
        {
            "Новости": "News",
            kit.shared["news"].intro: "What happens between forums: contests, meetings, reports on recommendations.",
        },
    )
    kit.translate(
        kit.shared["events"],
        {
            "Афиша": "Events",
            kit.shared["events"].intro: "Discussion clubs, seminars, hearings and clean-ups. Free entry unless stated.",
        },
    )
    kit.translate(
        kit.shared["documents"],
        {
            "Документы": "Documents",
            kit.shared["documents"].intro: "The decisions, decrees and reports that public participation rests on.",
        },
    )
    pages.translate(kit)
