"""Words for the results page."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.search import search_kinds
from core.templatetags.core_tags import thin, typograph_filter
from search.models import SearchEntry
from search.query.service import Results

register = template.Library()


@register.filter
def kind_label(entry: SearchEntry) -> str:
    """«Новость», «Рекомендация» …: what the entry is, for people."""
    kind = search_kinds().get(entry.kind)
    return str(kind.label) if kind else ""


@register.simple_tag
def found_count(results: Results) -> SafeString:
    """«Найдено 5 результатов» in the right plural; what has only some of the words does not count beside the rest."""
    number = results.strict_total or results.total
    if not number:
        return SafeString(_("Nothing was found"))
    text = ngettext("%(number)s result found", "%(number)s results found", number)
    return typograph_filter(text % {"number": thin(number)})
