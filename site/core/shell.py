"""What stands around every page: names, menu, languages. Few queries, however much the site holds."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.db.models.functions import Length
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, get_language_info
from wagtail.models import Page, Site

from .appearance import Appearance
from .caching import remember
from .models import SiteSettings
from .not_found import Suggestions, suggestions
from .routing import site_of
from .share import picture_address
from .visibility import readable

#: Pages under the front page that the last line of the footer names.
SERVICE_SLUGS = ("accessibility", "sitemap", "privacy")
#: Depth of the front page's children in Wagtail's tree.
MENU_DEPTH = 3


@dataclass(frozen=True)
class MenuItem:
    """A line of the main menu. ``current`` is what ``aria-current`` says: "page", "true" (inside it) or ""."""

    title: str
    url: str
    current: str


@dataclass(frozen=True)
class TopPage:
    """A page right below the front page."""

    title: str
    url: str
    slug: str
    in_menu: bool


@dataclass(frozen=True)
class LanguageLink:
    """A language of the site; ``url`` is empty when the page has not been translated into it."""

    code: str
    name: str
    url: str
    current: bool


def settings_of(request: HttpRequest, model: Any = SiteSettings) -> Any:
    """As ``model.for_request``, without asking the database of every request; the defaults where there is no site."""
    site = site_of(request)
    if site is None:
        return model()
    loaded = model._meta.get_field("site").remote_field.get_accessor_name()
    return remember(("settings", model, site.pk), lambda: getattr(site, loaded, None) or model.for_site(site))


class Shell:
    """Made once a request by ``{% site_shell %}``; every property is computed when first asked for.

    ``alternates`` maps language codes to addresses, for a page of a page (a routable page's sub-address) or a view
    that knows its own translations.
    """

    def __init__(self, request: HttpRequest, page: Any = None, alternates: dict[str, str] | None = None) -> None:
        self.request = request
        self.page = page if isinstance(page, Page) and page.pk else None
        self.alternates = alternates
        self.language = get_language() or settings.LANGUAGE_CODE

    @cached_property
    def site(self) -> Site | None:
        return site_of(self.request)

    @cached_property
    def appearance(self) -> Appearance:
        """The look that the reader has chosen."""
        return Appearance.of(self.request)

    @cached_property
    def settings(self) -> SiteSettings:
        return settings_of(self.request)

    @property
    def theme_url(self) -> str:
        """Where the accent's stylesheet is; another colour has another address, so that no cache holds the old one."""
        return f"{reverse('core:theme')}?v={self.settings.accent_colour.lstrip('#')}"

    @property
    def changes_at(self) -> dt.datetime | None:
        """When what stands around the page changes by itself: the notice ends."""
        until = self.settings.notice_until
        return until if until and until > timezone.now() else None

    @cached_property
    def roots(self) -> dict[str, str]:
        """``url_path`` of the front page in each language; Wagtail keeps it in the cache."""
        if self.site is None:
            return {}
        return {
            root.language_code: root.root_path for root in Site.get_site_root_paths() if root.site_id == self.site.pk
        }

    @cached_property
    def home_url(self) -> str:
        return self.home_in(self.language)

    @property
    def is_home(self) -> bool:
        """Whether this is the front page itself."""
        return self.request.path == self.home_url

    def home_in(self, language: str) -> str:
        """Address of the front page in ``language``; Russian stands at the root."""
        return "/" if language == settings.LANGUAGE_CODE else f"/{language}/"

    @cached_property
    def menu(self) -> list[MenuItem]:
        """The front page's children that editors put into the menu, in the active language."""
        return [self._menu_item(page) for page in self._top_pages if page.in_menu]

    @cached_property
    def menu_state(self) -> str:
        """Which line of the menu is the current one: menus with the same state are the same."""
        return next((f"{item.current} {item.url}" for item in self.menu if item.current), "")

    @cached_property
    def service_pages(self) -> list[MenuItem]:
        """What a footer owes its readers: pages of a known address, when editors have made them."""
        return [self._menu_item(page) for page in self._top_pages if page.slug in SERVICE_SLUGS]

    @cached_property
    def _top_pages(self) -> list[TopPage]:
        root = self.roots.get(self.language)
        if not root:
            return []
        return remember(("top pages", root), lambda: self._find_top_pages(root))

    def _find_top_pages(self, root: str) -> list[TopPage]:
        wanted = Q(show_in_menus=True) | Q(slug__in=SERVICE_SLUGS)
        # The length of the place says the depth, too, and is told from the index without reading the pages.
        pages = Page.objects.alias(place=Length("path")).filter(place=MENU_DEPTH * Page.steplen)
        shown = readable(pages.filter(wanted, url_path__startswith=root)).order_by("path")
        found = shown.only("title", "url_path", "slug", "show_in_menus", "locale", "depth", "path")
        return [TopPage(page.title, page.get_url(self.request) or "", page.slug, page.show_in_menus) for page in found]

    def _menu_item(self, page: TopPage) -> MenuItem:
        here = self.request.path
        current = "page" if here == page.url else "true" if page.url and here.startswith(page.url) else ""
        return MenuItem(page.title, page.url, current)

    @cached_property
    def suggestions(self) -> Suggestions:
        """What a page "not found" offers instead."""
        return suggestions(self.request.path, self.roots)

    @cached_property
    def share_picture(self) -> Any:
        """The picture of share cards: the page's own, else the site's."""
        return getattr(self.page, "share_image", None) or self.settings.share_image

    def drawn_picture(self, title: str, label: str) -> str:
        """The address of a picture drawn for a page that has none: its title, what it is, the site."""
        return picture_address(title, label, self.settings.display_title, self.settings.accent_colour)

    @cached_property
    def origin(self) -> str:
        """Scheme and host, for addresses that must be absolute."""
        return self.request.build_absolute_uri("/").rstrip("/")

    @cached_property
    def languages(self) -> list[LanguageLink]:
        """Every language of the site, with the address of this very page in it."""
        known = self._addresses()
        return [
            LanguageLink(
                code, get_language_info(code)["name_local"].capitalize(), known.get(code, ""), code == self.language
            )
            for code, _name in settings.LANGUAGES
        ]

    def _addresses(self) -> dict[str, str]:
        if self.alternates is not None:
            return self.alternates
        if self.page is not None:
            versions = getattr(self.page, "language_versions", [])
            return {version.locale.language_code: version.get_url(self.request) or "" for version in versions}
        if self.request.resolver_match and self.request.resolver_match.url_name != "wagtail_serve":
            return {code: translate_url(self.request.path, code) for code, _name in settings.LANGUAGES}
        return {code: self.home_in(code) for code in self.roots}

    @cached_property
    def hreflang(self) -> list[tuple[str, str]]:
        """Language and absolute address of each version, x-default last; empty when there is but one."""
        links = [(link.code, self.request.build_absolute_uri(link.url)) for link in self.languages if link.url]
        if len(links) < 2:
            return []
        default = dict(links).get(settings.LANGUAGE_CODE, links[0][1])
        return [*links, ("x-default", default)]

    @cached_property
    def canonical(self) -> str:
        """This address without its query; listings keep the page number."""
        url = self.request.build_absolute_uri(self.request.path)
        number = self.request.GET.get("page", "")
        return f"{url}?page={number}" if number.isdecimal() and number != "1" else url
