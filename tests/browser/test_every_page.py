"""Every kind of page, in every look and width: axe, the validator, no bar sideways; and the states a page can be in.

The kinds are found by :mod:`tests.addresses`, so that a new page type is tested from its first day.
"""

import pytest

from tests import vnu
from tests.absent import absent
from tests.addresses import addresses
from tests.browser.conftest import overflow

#: The look's cookie, the device's scheme, the width.
LOOKS = [
    ("", "light", 1440),
    ("", "light", 320),
    ("", "dark", 1440),
    ("200.bw.wider", "light", 320),
    ("150.wb.wide", "light", 1440),
    ("150.blue.wide.nopictures", "light", 320),
]


@pytest.fixture(scope="module")
def kinds(demo_url, django_db_blocker) -> dict[str, str]:
    """Kinds of pages and an address of each, in both languages; English ones end with the language's name."""
    with django_db_blocker.unblock():
        return addresses() | {f"{kind} in English": path for kind, path in addresses("en").items()}


def test_the_demo_has_one_of_each_kind(kinds):
    assert len(kinds) > 55
    assert {"social.ProjectPage", "part of resolutions.ResolutionPage", "urls opendata/"} <= kinds.keys()


@pytest.mark.parametrize(("look", "scheme", "width"), LOOKS)
def test_axe_finds_nothing_and_nothing_sticks_out(demo_url, kinds, open_page, violations, look, scheme, width):
    page = open_page(width=width, scheme=scheme)
    if look:
        page.context.add_cookies([{"name": "view", "value": look, "url": demo_url}])
    wrong = {}
    for kind, path in kinds.items():
        if kind == "not found":  # the browser's console complains of the status itself
            continue
        if look and kind.endswith(" in English"):  # the same markup; a look differs in what stands around the words
            continue
        page.goto(demo_url + path)
        found = violations(page)
        if (sideways := overflow(page)) > 0:
            found.append(f"{sideways} pixels stick out")
        if found:
            wrong[f"{kind} ({path})"] = found
    assert wrong == {}


def test_the_validator_finds_no_error(demo_url, kinds, django_db_blocker):
    validator = vnu.find()
    if validator is None:
        absent("the validator is not installed: tests/services/vnu fetches it")
    with django_db_blocker.unblock():
        assert vnu.errors(validator, kinds) == []


@pytest.mark.parametrize("width", [390, 1440])
def test_states_keep_what_the_page_keeps(demo_url, open_page, violations, width):
    """A drawer open, a filter chosen, folds open, a word explained."""
    page = open_page(width=width)
    page.goto(demo_url)
    if width == 390:
        page.click(".drawer--menu > summary")
        assert violations(page) == []
    page.goto(f"{demo_url}/councils/?kind=tos")
    assert page.locator(".filters .chip").count() == 1
    assert violations(page) == []
    page.goto(f"{demo_url}/forums/forum-4/progress/")
    for fold in page.locator("details.fold > summary").all():
        fold.click()
    word = page.locator(".explained__badge").first
    word.focus()
    sentence = page.locator(".explained__words").first
    assert sentence.bounding_box()["height"] > 10
    assert violations(page) == []


def test_errors_are_met_first(demo_url, open_page, violations):
    open_page.expect("422")
    page = open_page(width=390, javascript=False)
    page.goto(f"{demo_url}/feedback/")
    page.locator("main button[type=submit]").click()
    assert page.title().startswith("Ошибка:")
    assert page.evaluate("document.activeElement.id") == "errors"


def test_errors_leave_nothing_for_axe(demo_url, open_page, violations):
    open_page.expect("422")
    page = open_page(width=390)
    page.goto(f"{demo_url}/feedback/")
    page.locator("main button[type=submit]").click()
    assert violations(page) == []
