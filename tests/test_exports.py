"""Every table that the site gives away, found from its addresses, opened with hostile cells in it."""

import csv
import io
import re
from collections.abc import Iterator

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models
from django.test import Client
from django.urls import URLResolver, get_resolver
from openpyxl import load_workbook
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, get_page_models

HOSTILE = "=cmd|' /C calc'!A0"
#: Fields that hold an editor's or a stranger's words; a number or an address in them would not be one any more.
WORDS = re.compile(r"title|name|text|summary|group|about|message|office|answer")
TABLE = re.compile(r"\b(csv|xlsx)\b")
#: A number or a telephone number may begin with a sign.
NUMBER = re.compile(r"[+-][\d\s().,\u2009\u00a0\u202f-]*")


def spoil() -> None:
    """Write a formula into every field of words of the site's own models."""
    own = [
        model for model in apps.get_models() if model.__module__.split(".")[0] in ("core", "forums", "projects", "home")
    ]
    for model in own:
        names = [
            field.name
            for field in model._meta.concrete_fields
            if type(field) in (models.CharField, models.TextField)
            and not field.choices
            and field.model is model
            and WORDS.search(field.name)
            and (field.max_length or 1000) >= len(HOSTILE)
        ]
        if names:
            model._base_manager.update(**dict.fromkeys(names, HOSTILE))
    Page.objects.filter(depth__gt=2).update(title=HOSTILE)


def page_exports() -> Iterator[str]:
    """Addresses of tables below live pages, in every language."""
    for model in get_page_models():
        if not issubclass(model, RoutablePageMixin):
            continue
        routes = [str(one.pattern) for one in model.get_subpage_urls()]
        for page in model.objects.live():
            yield from (f"{page.url}{route}" for route in routes if TABLE.search(route) and "<" not in route)


def url_exports() -> Iterator[str]:
    """Addresses of the URLconf that name a table, and admin lists that can be exported, their objects filled in."""
    for route, pattern in _patterns(get_resolver(), ""):
        if "reports/search-terms/" in route:
            continue  # for superusers alone, and left out of the menu: the site's own report takes its place
        view = getattr(pattern.callback, "view_class", None)
        if TABLE.search(route) and "<" not in route:
            yield f"/{route}"
        elif isinstance(view, type) and issubclass(view, SpreadsheetExportMixin):
            for address in _filled(f"/{route}"):
                yield from (f"{address}?export={kind}" for kind in ("csv", "xlsx"))


def _patterns(resolver: URLResolver, before: str) -> Iterator[tuple[str, object]]:
    for pattern in resolver.url_patterns:
        route = before + re.sub(r"^\^|\\Z|\$$", "", str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern, route)
        else:
            yield route, pattern


def _filled(route: str) -> list[str]:
    """The address with the key of a form's page in it; none where it asks for anything else."""
    if "<" not in route:
        return [route]
    forms = Page.objects.live().filter(content_type__model="feedbackpage").values_list("pk", flat=True)
    address, count = re.subn(r"<int:page_id>", str(forms[0]), route) if forms else (route, 0)
    return [address] if count and "<" not in address else []


def cells(response) -> list[str]:
    """The texts of a table's cells; a formula in a workbook fails at once."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if "csv" in response["Content-Type"]:
        return [cell for row in csv.reader(io.StringIO(body.decode("utf-8-sig")), delimiter=";") for cell in row]
    book = load_workbook(io.BytesIO(body))
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in found if cell.data_type == "f"]
    return [str(cell.value) for cell in found if cell.value is not None]


def test_no_export_holds_a_formula(demo):
    spoil()
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(get_user_model().objects.get(username="administrator"))
    addresses = sorted({*page_exports(), *url_exports()})
    assert len(addresses) > 12, addresses
    spoilt, answered, missing = set(), set(), set()
    for address in addresses:
        response = client.get(address)
        table = address.rpartition("/")[2]
        if response.status_code == 404 and address.startswith(("/forums/", "/en/forums/")):
            missing.add(table)  # the first forum has nothing before it to report on, and takes no proposals
            continue
        answered.add(table)
        assert response.status_code == 200, f"{address}: {response.status_code}"
        found = cells(response)
        if "csv" in response["Content-Type"]:
            loose = [cell for cell in found if cell[:1] in "=@\t\r" and cell]
            loose += [cell for cell in found if cell[:1] in ("+", "-") and not NUMBER.fullmatch(cell)]
            assert not loose, f"{address}: {loose[:3]}"
        if any(HOSTILE in cell for cell in found):
            spoilt.add(address)
        else:  # lists of Wagtail's own things, or of nothing
            assert address.startswith("/admin/"), f"{address} shows none of the words that were written"
    assert len(spoilt) > 12
    assert missing <= answered, "no forum has these"
