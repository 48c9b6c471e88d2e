"""Where a reader may have wanted to go when there is no page at an address."""

from dataclasses import dataclass, field

from django.conf import settings
from wagtail.models import Page

#: Addresses deeper than this are a robot's; only so many of their parts are looked up.
DEEPEST = 12


@dataclass(frozen=True)
class Suggestions:
    """``translations``: the same page in other languages; ``nearest``: the deepest live page above the address."""

    translations: list[Page] = field(default_factory=list)
    nearest: Page | None = None


def split_language(path: str) -> tuple[str, str]:
    """The language an address is in, and the rest without the leading slash: ``/en/news/`` → ``("en", "news/")``."""
    first, _, rest = path.lstrip("/").partition("/")
    codes = {code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE}
    return (first, rest) if first in codes else (settings.LANGUAGE_CODE, path.lstrip("/"))


def suggestions(path: str, roots: dict[str, str]) -> Suggestions:
    """What to offer instead of ``path``; ``roots`` maps languages to the ``url_path`` of their front pages.

    The number of queries does not depend on the address.
    """
    language, rest = split_language(path)
    parts = [part for part in rest.split("/") if part][:DEEPEST]
    if not parts or language not in roots:
        return Suggestions()
    above = ["/".join(parts[:depth]) + "/" for depth in range(len(parts), 0, -1)]
    wanted = [root + tail for root in roots.values() for tail in above]
    found = {page.url_path: page for page in Page.objects.filter(url_path__in=wanted).select_related("locale")}
    nearest = next((page for tail in above if (page := found.get(roots[language] + tail)) and page.live), None)
    keys = {found[root + above[0]].translation_key for root in roots.values() if root + above[0] in found}
    translations = (
        Page.objects.filter(translation_key__in=keys).live().public().select_related("locale") if keys else []
    )
    return Suggestions(
        [page for page in translations if page.locale.language_code != language],
        nearest if nearest and not nearest.get_view_restrictions().exists() else None,
    )
