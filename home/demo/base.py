"""The demo's front page, settings and sections."""

from wagtail.models import Site

from core.demo import DemoKit
from core.models import SiteSettings
from home.models import HomePage

TITLE = "Общественный форум Новодумска"
TITLE_ENGLISH = "Public Forum of Novodumsk"


def load(kit: DemoKit) -> None:
    """Name the town and set the front page; everything else hangs below it."""
    site = Site.objects.get(is_default_site=True)
    kit.home = HomePage.objects.get(pk=site.root_page_id)
    if kit.home.title == TITLE:
        return
    kit.change(kit.home, title=TITLE)
    kit.translate(kit.home, {TITLE: TITLE_ENGLISH})
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
