"""The demo's settings, vocabularies and front page, and the order of the sections: what the other demos build on."""

from typing import Any

from wagtail.models import Site

from core.demo import DemoKit
from core.models import Organisation, SiteSettings, Topic
from home.events import demo as events
from home.feedback import demo as feedback
from home.library import demo as library
from home.news import demo as news
from home.pages import demo as pages

from .models import HomePage

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

#: Whose sections stand in the menu before those of forums and projects, in this order.
IN_MENU = (news, events, pages, feedback, library)
#: The front page from top to bottom.
SECTIONS = ("forum", "councils", "contests", "events", "news", "projects")


def load(kit: DemoKit) -> None:
    """Name the town, lay out the sections of this app, put the front page together.

    Leaves ``topics`` and ``organisations`` by slug in ``kit.shared``, beside what each section leaves there.
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
    for section in IN_MENU:
        section.lay_out(kit)
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


def set_up_front_page(kit: DemoKit) -> None:
    """The front page's sections, its English twin, and those of the sections of this app."""
    blocks: list[dict[str, Any]] = [{"type": name, "value": {"heading": ""}} for name in SECTIONS]
    call = {
        "heading": "Есть вопрос или замечание?",
        "text": "Оргкомитет читает каждое письмо и отвечает в течение 30 дней.",
        "page": kit.shared["feedback"].pk,
        "button": "Написать нам",
    }
    blocks.append({"type": "call", "value": call})
    kit.home.refresh_from_db()
    kit.home.sections = blocks
    kit.home.save_revision().publish()
    translate_front_page(kit)
    for section in IN_MENU:
        section.translate_section(kit)


def translate_front_page(kit: DemoKit) -> None:
    """The English twin of the front page."""
    kit.translate(
        kit.home,
        {
            TITLE: TITLE_ENGLISH,
            HEADING: "The town decides together — and checks what came of it",
            INTRO: "The forum meets once a year and adopts recommendations. Here you can see who answers for them, "
            "what has been done and how you can help.",
            "Есть вопрос или замечание?": "A question or a remark?",
            "Оргкомитет читает каждое письмо и отвечает в течение 30 дней.": (
                "The organisers read every letter and answer within 30 days."
            ),
            "Написать нам": "Write to us",
        },
    )
