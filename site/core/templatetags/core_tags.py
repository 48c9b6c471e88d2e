"""Template tags and filters every template may load: ``{% load core_tags %}``."""

import datetime as dt
import json
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest
from typing import Any
from urllib.parse import urlsplit

import roman as roman_numerals
from django import template
from django.conf import settings
from django.core.paginator import Paginator
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin.templatetags.wagtailuserbar import wagtailuserbar
from wagtail.models import Page

from core import extensions, money, pictures
from core.caching import remember
from core.contacts.consents import consent_text
from core.shell import Shell
from russian import dates, typography
from russian.hyphens import hyphenate_html

register = template.Library()


def _language() -> str:
    return get_language() or "ru"


# --- for those who are signed in ------------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def editors_bar(context: template.Context) -> str:
    """Wagtail's user bar: the button that opens the editor, and the checks that the editor's panel runs.

    Who has no session is not asked who they are, so that their pages vary by nothing and stay in shared caches.
    """
    request = context.get("request")
    if request is None or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return ""
    return wagtailuserbar(context)


# --- the page around the page ---------------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def site_shell(context: template.Context) -> Shell | None:
    """``{% site_shell as shell %}``: names, menu and languages for the header and footer; made once a request."""
    request = context.get("request")
    if request is None:
        return None
    if not hasattr(request, "_shell"):
        page = next((found for name in ("page", "self") if isinstance(found := context.get(name), Page)), None)
        request._shell = Shell(request, page, context.get("alternates"))
    return request._shell


class RememberedNode(template.Node):
    """What ``{% remembered %}`` stands for."""

    def __init__(self, name: str, keys: list[Any], nodelist: template.NodeList) -> None:
        self.name, self.keys, self.nodelist = name, keys, nodelist

    def render(self, context: template.Context) -> SafeString:
        shell = site_shell(context)
        if shell is None or shell.site is None:
            return self.nodelist.render(context)
        keys = [key.resolve(context) for key in self.keys]
        mark = (self.name, shell.site.pk, shell.language, *map(str, keys))
        return remember(mark, lambda: self.nodelist.render(context))


@register.tag
def remembered(parser: template.base.Parser, token: template.base.Token) -> RememberedNode:
    """``{% remembered "menu" shell.menu_state %} … {% endremembered %}``: drawn once, until content changes.

    What is inside depends on the site, its language and the values named, and on nothing else.
    """
    _tag, name, *keys = token.split_contents()
    nodelist = parser.parse(["endremembered"])
    parser.delete_first_token()
    return RememberedNode(name, [parser.compile_filter(key) for key in keys], nodelist)


@register.simple_tag(takes_context=True)
def drawn_picture(context: template.Context, title: str) -> str:
    """The address of the picture that is drawn for the page when its link is shared: with its badge, or its type."""
    page = context.get("page")
    badge = getattr(page, "badge", None)
    label = badge.label if badge else getattr(page, "kicker", "") or (page and page.specific_class.get_verbose_name())
    return context["shell"].drawn_picture(str(title), str(label or "").capitalize())


@register.simple_tag(takes_context=True)
def page_parts(context: template.Context, place: str, **extra: Any) -> SafeString:
    """``{% page_parts "aside" %}``: what rooms above show at this place of the page; see :mod:`core.extensions`.

    In a view without a page, what they show at this place of the view.
    """
    flat = context.flatten()
    page, request = flat.get("page"), flat.get("request")
    found = extensions.page_parts(page, place, request) if page else extensions.view_parts(place, request)
    return mark_safe("".join(render_to_string(part.template, flat | extra | part.context) for part in found))


@register.simple_tag
def consent_words(kind: str) -> str:
    """What a consent says, with the name of who runs the site; see :mod:`core.contacts.consents`."""
    return consent_text(kind)


@register.filter
def json_ld(data: dict[str, Any]) -> SafeString:
    """schema.org data as a script that no browser runs; ``<``, ``>`` and ``&`` cannot break out of it."""
    text = json.dumps(data, ensure_ascii=False)
    for letter, code in (("<", "\\u003C"), (">", "\\u003E"), ("&", "\\u0026")):
        text = text.replace(letter, code)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))


@register.filter
def elided(paginator: Paginator, number: int) -> Iterable[int | str]:
    """Page numbers around ``number``, with an ellipsis for what is left out."""
    return paginator.get_elided_page_range(number, on_each_side=1, on_ends=1)


@register.simple_tag
def icon(name: str, label: str = "", css: str = "") -> SafeString:
    """A sign of ``static/img/icons.svg``; decoration unless it gets a ``label``."""
    return _icon(str(name), str(label), str(css))


@lru_cache(maxsize=1000)
def _icon(name: str, label: str, css: str) -> SafeString:
    role = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="icon {}" {} width="24" height="24"><use href="{}#{}"></use></svg>',
        css,
        role,
        static("img/icons.svg"),
        name,
    )


@register.simple_tag
def emblem_mark() -> SafeString:
    """The site's own sign, for a municipality that has uploaded no emblem."""
    return format_html('<img class="brand__mark" src="{}" alt="" width="56" height="56">', static("img/mark.svg"))


@register.simple_tag
def responsive_picture(
    image: Any, shape: str = "", alt: str = "", decorative: bool = False, eager: bool = False
) -> SafeString:
    """A ``<picture>`` of ``image`` in the sizes of ``shape``; see :mod:`core.pictures`."""
    return pictures.picture(image, shape or "text", "" if decorative else alt or image.default_alt_text, eager)


@register.simple_tag
def rendition(image: Any, kind: str) -> Any:
    """``{% rendition person.portrait "person" as drawn %}``: one resized picture, None when it is not made yet.

    ``kind`` is one of :data:`core.pictures.SINGLE`.
    """
    spec = pictures.SINGLE[kind]
    return pictures.existing(image, spec).get(spec) if image else None


# --- typography ------------------------------------------------------------------------------------------------


class HyphensNode(template.Node):
    """``{% hyphens %}…{% endhyphens %}``, see :func:`hyphens`."""

    #: Letters of the shortest word that is offered a break: in text of the usual size few words are too long.
    LEAST, LEAST_IN_LARGE_TEXT = 15, 7

    def __init__(self, nodes: template.NodeList) -> None:
        self.nodes = nodes

    def render(self, context: template.Context) -> SafeString:
        markup = self.nodes.render(context)
        shell = context.get("shell")
        if shell is None or _language() != "ru":
            return markup
        large = shell.appearance.enlarged
        return mark_safe(hyphenate_html(markup, self.LEAST_IN_LARGE_TEXT if large else self.LEAST, everywhere=large))


@register.tag
def hyphens(parser: template.base.Parser, token: template.base.Token) -> HyphensNode:
    """Soft hyphens in long Russian words of headings, tables and buttons; in enlarged text, in all words.

    Browsers have no Russian dictionary of their own on many devices, and break such words anywhere.
    """
    nodes = parser.parse(("endhyphens",))
    parser.delete_first_token()
    return HyphensNode(nodes)


@register.filter(name="typograph")
def typograph_filter(text: Any) -> SafeString:
    """Quotes, dashes and non-breaking spaces; escapes what is not marked safe."""
    return mark_safe(typography.typograph_html(str(conditional_escape(text or "")), _language()))


@register.filter
def typograph_html(markup: Any) -> SafeString:
    """The same for markup that is known to be safe (rich text)."""
    return mark_safe(typography.typograph_html(str(markup), _language()))


@register.filter
def quoted(text: Any) -> SafeString:
    """``text`` in the language's quotation marks, unless it has them already."""
    words = str(text or "").strip()
    if words[:1] not in {"«", '"', "“"} or words[-1:] not in {"»", '"', "”"}:
        words = '"' + words.replace("«", "„").replace("»", "“") + '"'
    return typograph_filter(words)


@register.filter
def thin(value: int | float | str | None, decimals: int | None = None) -> str:
    """A number with thin spaces between thousands: ``{{ 1234567|thin }}`` → 1 234 567."""
    if value is None or value == "":
        return ""
    return typography.thin_number(float(value) if isinstance(value, str) else value, decimals, _language())


@register.filter
def roubles(value: Decimal | int | None) -> str:
    """«1 500 000 ₽»; nothing for None."""
    return money.roubles(value)


@register.filter
def labelled(cells: Iterable[Any], head: Iterable[Any] | None) -> list[tuple[Any, Any]]:
    """Each cell of a table's row with the words at the head of its column, for a table that falls apart into cards."""
    return list(zip_longest(head or (), cells, fillvalue=""))


@register.filter
def roman(number: int | None) -> str:
    """A Roman numeral from 1 to 4999; other numbers as they are; nothing for None."""
    if number is None:
        return ""
    return roman_numerals.toRoman(number) if 0 < number < 5000 else str(number)


# --- dates ------------------------------------------------------------------------------------------------------


@register.filter
def long_date(day: dt.date | dt.datetime | None) -> str:
    """«26 апреля 2017 года»; nothing for None."""
    return dates.long_date(day) if day else ""


@register.filter
def near_date(day: dt.date | dt.datetime | None) -> str:
    """A day for a list of what is ahead: the year is told only where it is another one."""
    return dates.near_date(day, timezone.localdate()) if day else ""


@register.filter
def date_until(start: dt.date | None, end: dt.date | None) -> str:
    """``{{ starts_on|date_until:ends_on }}`` → «25–26 апреля 2017 года»."""
    return dates.date_range(start, end) if start else ""


@register.simple_tag
def day(moment: dt.date | dt.datetime | None, until: dt.date | dt.datetime | None = None) -> SafeString:
    """A ``<time>`` with a day, or a range when ``until`` is given: ``{% day page.starts_on page.ends_on %}``."""
    if not moment:
        return mark_safe("")
    machine = dates.as_day(moment).isoformat()
    return format_html('<time datetime="{}">{}</time>', machine, dates.date_range(moment, until))


# --- links and files --------------------------------------------------------------------------------------------


@register.filter
def is_external(url: str) -> bool:
    """Whether the address names a host."""
    return bool(urlsplit(str(url)).netloc)


@register.filter
def host(url: str) -> str:
    """The host of an address, without ``www.``."""
    return urlsplit(str(url)).netloc.removeprefix("www.")


@register.simple_tag
def external_link(url: str, text: str = "") -> SafeString:
    """A link that leaves the site, with a sign and words that say so."""
    return format_html(
        '<a class="external" href="{}" rel="noopener external">{}{}<span class="visually-hidden"> ({})</span></a>',
        url,
        text or host(url),
        icon("external"),
        _("another site"),
    )


@register.filter
def file_type(document: Any) -> str:
    """PDF, DOCX …: the extension of a document in capitals."""
    return str(getattr(document, "file_extension", "") or "").upper()


@register.filter
def file_size(document: Any) -> str:
    """«1,2 МБ» of a Wagtail document or of a number of bytes; nothing when unknown."""
    size = document if isinstance(document, int) else getattr(document, "file_size", None)
    return str(filesizeformat(size)) if size else ""


@register.filter
def phone_digits(phone: str) -> str:
    """What ``tel:`` wants of «8 (35130) 2-34-56»: digits and a leading plus."""
    digits = "".join(letter for letter in phone if letter.isdigit())
    if phone.strip().startswith("8") and len(digits) == 11:
        return f"+7{digits[1:]}"
    return f"+{digits}" if phone.strip().startswith("+") else digits


@register.filter
def initials(name: str) -> str:
    """The first letters of the first two words."""
    return "".join(word[0] for word in name.split()[:2]).upper()


@register.simple_tag(takes_context=True)
def query_with(context: template.Context, **changes: Any) -> str:
    """The page's query string with ``changes``: ``{% query_with page=3 %}``; None removes a key."""
    request = context.get("request")
    query = request.GET.copy() if request else None
    if query is None:
        return ""
    for key, value in changes.items():
        query.pop(key, None)
        if value is not None:
            query[key] = value
    encoded = query.urlencode()
    return f"?{encoded}" if encoded else "?"
