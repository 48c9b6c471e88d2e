"""The demo's forums: three that are over, with their resolutions, and one to come."""

from core.demo import DemoKit
from core.models import Addressee

from ..models import ForumIndexPage
from . import english
from .building import make_forum, make_resolution
from .first import FIRST
from .fourth import FOURTH
from .kinds import Edition
from .second import SECOND
from .third import THIRD

ADDRESSEES = {
    "local-government": ("Органы местного самоуправления", "Local government", "government",
                         "администрация города\nадминистрация городского округа\nдума\nсобрание депутатов"),
    "business": ("Предприниматели", "Business", "business", "бизнес\nпредпринимательское сообщество"),
    "nonprofits": ("Некоммерческие организации", "Non-profit organisations", "nonprofit",
                   "НКО\nнекоммерческие объединения\nобщественные организации"),
    "residents": ("Жители", "Residents", "residents", "граждане\nгорожане\nжители города"),
}  # fmt: skip
TITLE, TITLE_ENGLISH = "Форумы", "Forums"
INTRO = (
    "Раз в год город собирается, чтобы договориться о главном. Здесь все форумы, их программы, резолюции и то, "
    "что стало с каждой рекомендацией."
)
INTRO_ENGLISH = (
    "Once a year the town meets to agree on what matters most. Here are all the forums, their programmes, their "
    "resolutions and what became of every recommendation."
)


def load(kit: DemoKit) -> None:
    """Leaves in ``kit.shared``: ``addressees`` by slug, ``forum_index``, ``forums`` and ``resolutions`` by number."""
    kit.shared["addressees"] = {
        slug: kit.snippet(Addressee, slug, title=title, group=group, aliases=aliases, en=english)
        for slug, (title, english, group, aliases) in ADDRESSEES.items()
    }
    index = kit.page(kit.home, ForumIndexPage, "forums", title=TITLE, intro=INTRO, show_in_menus=True)
    put_first(kit, index)
    kit.shared["forum_index"] = index
    kit.shared["forums"], kit.shared["resolutions"] = {}, {}
    for edition in (FIRST, SECOND, THIRD, FOURTH):
        forum = make_forum(kit, index, edition)
        kit.shared["forums"][edition.number] = forum
        if edition.parts:
            kit.shared["resolutions"][edition.number] = make_resolution(kit, forum, edition)
    kit.translate(index, {TITLE: TITLE_ENGLISH, INTRO: INTRO_ENGLISH})
    words = {1: english.FIRST, 2: english.SECOND, 3: english_of(THIRD), 4: english.FOURTH}
    for number, forum in kit.shared["forums"].items():
        kit.translate(forum, words[number])
    for number, resolution in kit.shared["resolutions"].items():
        kit.translate(resolution, words[number])


def put_first(kit: DemoKit, index: ForumIndexPage) -> None:
    """The menu stands in the order of the tree; the forums are what the site is about."""
    first = kit.home.get_children().first()
    if first.pk != index.pk:
        index.move(first, pos="left")
        index.refresh_from_db()


def english_of(edition: Edition) -> dict[str, str]:
    """Every Russian string of the edition's resolution with its English."""
    words = dict(edition.english)
    for part in edition.parts:
        words |= {part.written: part.written_english, part.lead_in: part.lead_in_english}
        words |= {item.text: item.english for item in part.items}
    return words
