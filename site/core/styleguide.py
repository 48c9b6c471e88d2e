"""The components of the look with samples: usual, longest, empty, wrong. ``/styleguide/`` shows them to the staff.

A sample is a component's own template with values, so the guide cannot tell of anything that the site does not have.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from .badges import Badge

LONG_WORD = "Достопримечательностями"
LONG_TITLE = (
    "О взаимодействии органов территориального общественного самоуправления с предпринимательским сообществом "
    "при благоустройстве Водохранилищно-Набережного микрорайона"
)
TONES = ("", "good", "warn", "bad", "accent")


class SampleForm(forms.Form):
    """A field of each sort."""

    name = forms.CharField(label=_("Name"), help_text=_("As you want to be called."))
    text = forms.CharField(label=_("Text"), widget=forms.Textarea, required=False)
    topic = forms.ChoiceField(label=_("Topic"), choices=[("", LONG_TITLE), ("1", LONG_WORD)])


@dataclass(frozen=True)
class Sample:
    name: str | Promise
    context: dict[str, Any]


@dataclass(frozen=True)
class Component:
    """A partial of ``templates/components`` and its samples."""

    slug: str
    title: str | Promise
    samples: tuple[Sample, ...]

    @property
    def template(self) -> str:
        return f"components/{self.slug}.html"


@dataclass(frozen=True)
class Shown:
    name: str | Promise
    markup: SafeString


USUAL, LONGEST, EMPTY, WRONG = _("Usual"), _("Longest words"), _("Empty"), _("With errors")
NOTICE = {"title": "Объявление", "text": LONG_TITLE}
CARD = {"title": "Двор на улице Мастеров", "lead": "Жители сами выбрали план.", "url": "#card"}
HEADINGS = [(2, LONG_TITLE, "badge"), (3, "Итог", "card")]
TABLE = {"caption": "Деньги", "head": ["Источник", "Сумма"], "rows": [["Бюджет", "150 000 ₽"], [LONG_WORD, "1 ₽"]]}


def components() -> tuple[Component, ...]:
    """Every component that the guide shows."""
    wrong = SampleForm({"name": "", "text": "", "topic": "9"})
    wrong.is_valid()
    return (
        Component(
            "badge",
            _("Badge"),
            (
                *(Sample(tone or USUAL, {"badge": Badge("Исполняется", tone, "half")}) for tone in TONES),
                Sample(LONGEST, {"badge": Badge(LONG_TITLE, "warn", "alert")}),
            ),
        ),
        Component(
            "badge_explained",
            _("Badge with its meaning"),
            (Sample(USUAL, {"badge": Badge("Обещано", "accent", "check", "Адресат согласился выполнить.")}),),
        ),
        Component(
            "notice",
            _("Notice"),
            tuple(
                Sample(tone or USUAL, {"title": "Объявление", "text": LONG_TITLE, "tone": tone}) for tone in TONES[:4]
            ),
        ),
        Component(
            "card",
            _("Card"),
            (Sample(USUAL, CARD), Sample(LONGEST, {**CARD, "title": LONG_TITLE, "lead": LONG_TITLE * 3})),
        ),
        Component("table", _("Table"), (Sample(USUAL, TABLE), Sample(EMPTY, {**TABLE, "rows": []}))),
        Component(
            "facts",
            _("Facts"),
            (Sample(USUAL, {"facts": [(LONG_WORD, LONG_TITLE), ("Год", "2026"), ("Пусто", "")]}),),
        ),
        Component("empty_state", _("Empty list"), (Sample(USUAL, {"title": "Пока ничего нет", "text": LONG_TITLE}),)),
        Component(
            "field",
            _("Field of a form"),
            (
                Sample(USUAL, {"field": SampleForm(auto_id="usual_%s")["name"]}),
                Sample(LONGEST, {"field": SampleForm(auto_id="long_%s")["topic"]}),
                Sample(WRONG, {"field": wrong["name"]}),
            ),
        ),
        Component(
            "pagination",
            _("Pages of a list"),
            tuple(Sample(str(page), {"entries": Paginator(range(900), 10).page(page)}) for page in (1, 45, 90)),
        ),
        Component("toc", _("Contents"), (Sample(USUAL, {"headings": HEADINGS, "page": {"table_of_contents": []}}),)),
        Component(
            "citation", _("How to cite"), (Sample(USUAL, {"text": LONG_TITLE, "url": "https://forum.example/"}),)
        ),
    )


def shown(request: HttpRequest) -> list[dict[str, Any]]:
    """The components with the markup of their samples."""
    return [
        {
            "slug": one.slug,
            "title": one.title,
            "template": one.template,
            "samples": [
                Shown(sample.name, render_to_string(one.template, sample.context, request)) for sample in one.samples
            ],
        }
        for one in components()
    ]
