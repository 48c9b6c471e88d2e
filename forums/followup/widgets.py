"""Form widgets of follow-up."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from forums.followup.subjects import Subject, find_subject, load_subjects

from .evidence import part_choices


class RecommendationSelect(forms.Select):
    """Shows which recommendation a record is about; offers all of them, by forum, while none is chosen."""

    def optgroups(self, name: str, value: list[str], attrs: dict | None = None) -> list:
        chosen = read_key(value[0]) if value else None
        self.choices = _one(chosen) if chosen else _all()
        return super().optgroups(name, value, attrs)


class PartSelect(forms.Select):
    """Parts of the site that other apps have registered."""

    def optgroups(self, name: str, value: list[str], attrs: dict | None = None) -> list:
        self.choices = [("", "---------"), *part_choices()]
        return super().optgroups(name, value, attrs)


def describe(subject: Subject, length: int = 90) -> str:
    """«II форум, 1.3: Создать единую базу…» for lists and menus."""
    return f"{subject.forum.short_title}, {subject.number}: {Truncator(subject.text).chars(length)}"


def read_key(value: Any) -> UUID | None:
    """A key out of whatever a form or an address holds."""
    try:
        return UUID(str(value))
    except ValueError:
        return None


def _one(key: UUID) -> list[tuple[str, str]]:
    subject = find_subject(key)
    return [(str(key), describe(subject, 200) if subject else _("A recommendation that is gone"))]


def _all() -> list:
    groups: dict[str, list[tuple[str, str]]] = {}
    for subject in reversed(load_subjects(private=True)):
        groups.setdefault(subject.forum.title, []).insert(0, (str(subject.key), describe(subject)))
    return [("", "---------"), *groups.items()]
