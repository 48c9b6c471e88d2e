"""How to cite a recommendation: a reference after GOST R 7.0.100-2018 (electronic resources). Plain functions."""

import datetime as dt
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from russian.dates import long_date

if TYPE_CHECKING:
    from .models import Recommendation, ResolutionPage


def reference(resolution: "ResolutionPage", site: str, url: str, today: dt.date, number: str = "") -> str:
    """The whole reference: title, date of adoption, item, site, address, day of access.

    «Резолюция … : принята 26 апреля 2017 года. — П. 1.3. — Текст : электронный // … : [сайт]. — URL: https://…
    (дата обращения: 01.02.2018).»
    """
    parts = [_cited_title(resolution)]
    if number:
        parts.append(_("Item %(number)s") % {"number": number})
    parts.append(_("Text : electronic // %(site)s : [site]") % {"site": site})
    date = f"{today:%d.%m.%Y}"
    return ". — ".join([*parts, _("URL: %(url)s (accessed: %(date)s).") % {"url": url, "date": date}])


def _cited_title(resolution: "ResolutionPage") -> str:
    if not resolution.adopted_on:
        return resolution.title
    day = long_date(resolution.adopted_on, get_language())
    return _("%(title)s : adopted on %(date)s") % {"title": resolution.title, "date": day}


def share_title(item: "Recommendation") -> str:
    """Title of a recommendation's page: its number and first words."""
    return f"{item.title}. {item.short_text}"
