"""What a page tells the search of itself.

``core`` knows nothing of how searching is done: a page returns offers, the ``search`` app stores and ranks them.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from django.dispatch import Signal
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import get_page_models

from core.extensions import extensions_of

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
    ``context`` is a short line shown with the hit, for example the resolution's title.
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


@dataclass(frozen=True)
class SearchKind:
    """A kind of hit: its slug in addresses and in the index, its name for one and for many."""

    slug: str
    label: Label
    plural: Label


PAGE = SearchKind("page", _("Page"), _("Pages"))
#: Pages of documents, and the files of the library.
DOCUMENT = SearchKind("document", _("Document"), _("Documents"))


@cache
def search_kinds() -> dict[str, SearchKind]:
    """Every kind of hit by its slug: of files of the library, those that page types name, and those of rooms above."""
    kinds = [DOCUMENT]
    kinds += [kind for kinds_of in extensions_of(KINDS) for kind in kinds_of()]
    for model in get_page_models():
        kinds += [*filter(None, [getattr(model, "search_kind", None)]), *getattr(model, "search_part_kinds", ())]
    return {kind.slug: kind for kind in kinds}


def terms(snippets) -> tuple[Term, ...]:
    """The terms of vocabulary snippets (anything with ``translation_key`` and ``title``)."""
    return tuple((str(snippet.translation_key), snippet.title) for snippet in snippets)
