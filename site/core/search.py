"""What a page tells the search of itself.

``core`` knows nothing of how searching is done: a page returns offers, the ``search`` app stores and ranks them.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, TypeAlias

from django.dispatch import Signal
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import get_page_models

from core.extensions import extensions_of
from russian.readings import Reading, read
from russian.tokens import clean, words

Label: TypeAlias = str | Promise
#: A term as facets know it: the translation key of the snippet, and its name in the page's language.
Term = tuple[str, str]


#: Rooms above register the kinds of what they offer on the pages of rooms below: a function that gives them.
KINDS = "kinds of search hits"


#: Sent with ``page_ids`` when what pages offer changes without a page being saved (a record beside it, for example).
offers_changed = Signal()


@dataclass(frozen=True)
class SearchOffer:
    """One thing that can be found: a page, or a part of it with an address of its own.

    ``key`` tells the parts of one page apart and survives edits ("" is the page itself; a recommendation gives its
    translation key). ``path`` is appended to the page's address ("1-3/"). ``text`` is plain, without tags.
    ``context`` is a short line shown with the hit, for example the resolution's title. After ``ends`` the thing is
    past: it stands behind what is to come. ``files`` are documents (their keys) whose text is found with the page and
    which are no hits of their own; of ``originals`` the page is the text already.
    """

    kind: str
    title: str
    text: str = ""
    key: str = ""
    path: str = ""
    context: str = ""
    year: int | None = None
    date: dt.date | None = None
    topics: tuple[Term, ...] = ()
    addressees: tuple[Term, ...] = ()
    territories: tuple[Term, ...] = ()
    boost: float = 1.0
    ends: dt.date | None = None
    files: tuple[int, ...] = ()
    originals: tuple[int, ...] = ()


@dataclass(frozen=True)
class SearchKind:
    """A kind of hit: its slug in addresses and in the index, its name for one and for many.

    ``names`` are further words that people call it by, apart by white space; a query with one of them, or with the
    label, prefers this kind. A kind that ``ages`` puts the newest first among equals.
    """

    slug: str
    label: Label
    plural: Label
    names: Label = ""
    ages: bool = False

    @property
    def words(self) -> str:
        """The words of a query that mean this kind, in the active language."""
        return f"{self.label} {self.names}"


@dataclass(frozen=True)
class Question:
    """A query as pages are asked about it: its text, its language, and its words' dictionary forms.

    ``words`` leaves out what only ties a sentence together or asks («когда», «на»).
    """

    text: str
    language: str

    @cached_property
    def readings(self) -> list[tuple[str, Reading]]:
        """Each word as typed (a hyphenated one whole), with its reading."""
        return [(word, read(word.replace("-", ""))) for word in words(clean(self.text))]

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(reading.key for _word, reading in self.readings if not reading.is_function)

    def has(self, *listed: str) -> bool:
        """Whether the query has a word of any of these dictionary forms, words that ask included."""
        return any(form in listed for _word, reading in self.readings for form in (reading.key, *reading.others))


@dataclass(frozen=True)
class NamedThing:
    """The page (or its part of that key) that a query names outright: «резолюция второго форума», «решение 41-0»."""

    page_id: int
    part: str = ""


@dataclass(frozen=True)
class SearchAnswer:
    """A few facts above the results, from the page that knows them, with addresses to go on."""

    title: str
    url: str
    facts: tuple[str, ...] = ()
    links: tuple[tuple[Label, str], ...] = ()


#: Extension by which a room answers a question without a page type of its own: from a Question to its answers.
ANSWERS = "answers to a question"


PAGE = SearchKind("page", _("Page"), _("Pages"))
#: Pages of documents, and the files of the library.
DOCUMENT = SearchKind(
    "document", _("Document"), _("Documents"), pgettext_lazy("what people call documents", "act file")
)


@cache
def search_kinds() -> dict[str, SearchKind]:
    """Every kind of hit by its slug: of files of the library, those that page types name, and those of rooms above."""
    kinds = [DOCUMENT]
    kinds += [kind for kinds_of in extensions_of(KINDS) for kind in kinds_of()]
    for model in get_page_models():
        kinds += [*filter(None, [getattr(model, "search_kind", None)]), *getattr(model, "search_part_kinds", ())]
    return {kind.slug: kind for kind in kinds}


def named_things(question: Question) -> list[NamedThing]:
    """What the query names outright, as the page types know it; each thing once."""
    found = [thing for model in _asked("named_in_query") for thing in model.named_in_query(question)]
    return list(dict.fromkeys(found))


def answers(question: Question) -> Iterator[SearchAnswer]:
    """What the pages, and the rooms without pages, know to answer."""
    for model in _asked("search_answers"):
        yield from model.search_answers(question)
    for answer in extensions_of(ANSWERS):
        yield from answer(question)


@cache
def _asked(method: str) -> list[Any]:
    """The page types that have an answer of their own."""
    return [model for model in get_page_models() if hasattr(model, method)]


def terms(snippets) -> tuple[Term, ...]:
    """The terms of vocabulary snippets (anything with ``translation_key`` and ``title``)."""
    return tuple((str(snippet.translation_key), snippet.title) for snippet in snippets)
