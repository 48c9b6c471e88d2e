"""The demo's resolutions: what the three forums that are over adopted."""

import datetime as dt
from collections.abc import Iterable, Iterator

import roman

from core.demo import DemoKit
from core.models import Addressee, SiteDocument
from forums.editions.demo import key_of, noon
from forums.editions.models import ForumPage

from ..adopted import Part as Word
from ..corrections import correct, correctables
from ..models import Recommendation, ResolutionPage, ResolutionSection
from . import english
from .kinds import Adopted, Item, Part
from .originals import original_of
from .texts import FIRST, SECOND, THIRD

ADDRESSEES = {
    "local-government": ("Органы местного самоуправления", "Local government", "government",
                         "администрация города\nадминистрация городского округа\nдума\nсобрание депутатов"),
    "business": ("Предприниматели", "Business", "business", "бизнес\nпредпринимательское сообщество"),
    "nonprofits": ("Некоммерческие организации", "Non-profit organisations", "nonprofit",
                   "НКО\nнекоммерческие объединения\nобщественные организации"),
    "residents": ("Жители", "Residents", "residents", "граждане\nгорожане\nжители города"),
}  # fmt: skip

#: Misprints of the site, by forum and number: the right word, the wrong one, and why it was corrected.
MISPRINTS = {(1, "3.3"): ("кварталах", "квартлах", "При переносе текста с бумаги потеряна буква.")}


def load(kit: DemoKit) -> None:
    """Leaves in ``kit.shared``: ``addressees`` by slug, and ``resolutions`` by the forum's number."""
    kit.shared["addressees"] = {
        slug: kit.snippet(Addressee, slug, title=title, group=group, aliases=aliases, en=english_title)
        for slug, (title, english_title, group, aliases) in ADDRESSEES.items()
    }
    kit.shared["resolutions"] = {}
    for adopted, words in ((FIRST, english.FIRST), (SECOND, english.SECOND), (THIRD, english.THIRD)):
        resolution = make_resolution(kit, kit.shared["forums"][adopted.number], adopted)
        kit.shared["resolutions"][adopted.number] = resolution
        kit.translate(resolution, words | english_beside(adopted))


def english_beside(adopted: Adopted) -> dict[str, str]:
    """The English that stands beside the Russian of sections and items."""
    words: dict[str, str] = {}
    for part in adopted.parts:
        words |= {part.written: part.written_english, part.lead_in: part.lead_in_english}
        words |= {item.text: item.english for item in part.items}
    return {russian: translation for russian, translation in words.items() if translation}


def make_resolution(kit: DemoKit, forum: ForumPage, adopted: Adopted) -> ResolutionPage:
    """The forum's resolution with its sections and recommendations."""
    found = ResolutionPage.objects.child_of(forum).first()
    if found:
        return found
    page = kit.page(
        forum,
        ResolutionPage,
        "resolution",
        published_at=noon(forum.last_day + dt.timedelta(days=4)),
        title=f"Резолюция {_genitive(adopted)}",
        adopted_on=forum.last_day,
        place="Новодумск",
        preamble=_paragraphs(adopted.preamble),
        closing=_paragraphs(adopted.closing),
        original=_original(kit, forum, adopted),
        sections=[_section(kit, adopted, part, place) for place, part in enumerate(adopted.parts, start=1)],
    )
    mend_misprints(kit, page, adopted)
    return page


def mend_misprints(kit: DemoKit, page: ResolutionPage, adopted: Adopted) -> None:
    """Correct what the demo printed wrongly, three weeks after it was adopted."""
    for (edition, number), (_right, _wrong, reason) in MISPRINTS.items():
        if edition != adopted.number:
            continue
        key = key_of(edition, number)
        target = next(one for one in correctables(page) if one.part == Word("text", str(key)))
        right_text = next(item.text for place, item in _numbered(adopted) if place == number)
        kit.remember(correct(page, target, right_text, reason, None, page.adopted_on + dt.timedelta(days=21)))
        kit.backdate(page, noon(page.adopted_on + dt.timedelta(days=4)))


def _numbered(adopted: Adopted) -> Iterator[tuple[str, Item]]:
    for place, part in enumerate(adopted.parts, start=1):
        yield from ((f"{place}.{number}", item) for number, item in enumerate(part.items, start=1))


def _original(kit: DemoKit, forum: ForumPage, adopted: Adopted) -> SiteDocument:
    """The signed paper in the document library."""
    title = _genitive(adopted)
    content = original_of(adopted, title, forum.theme, forum.last_day)
    return kit.document(
        f"{forum.slug}-original", f"Резолюция {title} (оригинал)", f"resolution-{adopted.number}.docx", content
    )


def _genitive(adopted: Adopted) -> str:
    """The forum's name, as the title of its resolution has it."""
    return f"{roman.toRoman(adopted.number)} Общественного форума Новодумска"


def _section(kit: DemoKit, adopted: Adopted, part: Part, place: int) -> ResolutionSection:
    addressee: Addressee | None = kit.shared["addressees"].get(part.addressee)
    section = ResolutionSection(
        lead_in=part.lead_in,
        verb=part.verb,
        addressee_text=part.written,
        addressee=addressee,
        sort_order=place,
        translation_key=key_of(adopted.number, str(place)),
    )
    section.recommendations = [
        _recommendation(kit, adopted, item, f"{place}.{number}", number)
        for number, item in enumerate(part.items, start=1)
    ]
    return section


def _recommendation(kit: DemoKit, adopted: Adopted, item: Item, number: str, order: int) -> Recommendation:
    return Recommendation(
        number=number,
        text=_as_printed(adopted, number, item.text),
        kind=item.kind,
        sort_order=order,
        topics=[kit.shared["topics"][slug] for slug in item.topics],
        repeats=key_of(*item.repeats) if item.repeats else None,
        translation_key=key_of(adopted.number, number),
    )


def _as_printed(adopted: Adopted, number: str, text: str) -> str:
    right, wrong, _reason = MISPRINTS.get((adopted.number, number), ("", "", ""))
    return text.replace(right, wrong) if right else text


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)
