"""The project's rules, broken on purpose."""

import pytest
from wagtail import blocks
from wagtail.fields import StreamField

from core import checks
from home.front.models import HomePage


def problems(check) -> set[str]:
    return {error.id for error in check(None)}


@pytest.mark.parametrize(
    "check",
    [
        checks.pages_stand_on_base_page,
        checks.pages_say_where_they_belong,
        checks.pages_have_templates,
        checks.bodies_are_common,
    ],
)
def test_the_project_keeps_its_rules(check):
    assert problems(check) == set()


def test_a_page_without_a_template_is_found(monkeypatch):
    monkeypatch.setattr(HomePage, "template", "home/no_such.html")
    assert problems(checks.pages_have_templates) == {"core.E003"}


def test_a_page_without_parents_is_found(monkeypatch):
    monkeypatch.delattr(HomePage, "parent_page_types")
    assert problems(checks.pages_say_where_they_belong) == {"core.E002"}


def test_a_page_beside_the_base_is_found(monkeypatch):
    class Stray:
        __name__ = "Stray"

    monkeypatch.setattr(checks, "get_page_models", lambda: [Stray])
    assert problems(checks.pages_stand_on_base_page) == {"core.E001"}


def test_a_body_of_other_blocks_is_found(monkeypatch):
    field = StreamField([("text", blocks.TextBlock())])
    field.name = "body"

    class Meta:
        local_fields = (field,)

    monkeypatch.setattr(checks, "get_page_models", lambda: [type("Odd", (), {"_meta": Meta})])
    assert problems(checks.bodies_are_common) == {"core.E004"}
