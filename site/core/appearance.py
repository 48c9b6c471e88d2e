"""How a reader wants the site to look: light or dark, and the version for the visually impaired (GOST R 52872-2019).

The choice stands in one cookie as words joined by dots, in the order of :data:`GROUPS`, usual ones left out:
``dark``, ``150.bw.wide``. Whatever is written otherwise counts as no choice, so that each look has one spelling.
"""

from dataclasses import dataclass, fields, replace
from typing import Self

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

COOKIE = "view"


@dataclass(frozen=True)
class Choice:
    """One button of a group. ``value`` is empty for what is usual."""

    value: str
    label: str | Promise


@dataclass(frozen=True)
class Group:
    """A thing that can be chosen; ``name`` is the field of :class:`Appearance`."""

    name: str
    label: str | Promise
    choices: tuple[Choice, ...]

    @property
    def values(self) -> list[str]:
        return [choice.value for choice in self.choices]


GROUPS = (
    Group(
        "theme",
        _("Light or dark"),
        (Choice("", _("As on the device")), Choice("light", _("Light")), Choice("dark", _("Dark"))),
    ),
    Group(
        "size",
        _("Text size"),
        (Choice("", "100 %"), Choice("125", "125 %"), Choice("150", "150 %"), Choice("200", "200 %")),
    ),
    Group(
        "colours",
        _("Colours"),
        (
            Choice("", _("Usual")),
            Choice("bw", _("Black on white")),
            Choice("wb", _("White on black")),
            Choice("blue", _("Dark blue on light blue")),
        ),
    ),
    Group(
        "spacing",
        _("Spacing"),
        (Choice("", _("Usual")), Choice("wide", _("Wide")), Choice("wider", _("Widest"))),
    ),
    Group("pictures", _("Pictures"), (Choice("", _("Shown")), Choice("nopictures", _("Hidden")))),
)


@dataclass(frozen=True)
class Appearance:
    """The look of one reader; an empty string is the usual one of its group."""

    theme: str = ""
    size: str = ""
    colours: str = ""
    spacing: str = ""
    pictures: str = ""

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        """What the request's cookie says."""
        return cls.read(request.COOKIES.get(COOKIE, ""))

    @classmethod
    def read(cls, value: str) -> Self:
        """The look that ``value`` spells; the usual one when :attr:`cookie` would spell it differently."""
        words = value.split(".")
        chosen = {group.name: word for group in GROUPS for word in words if word and word in group.values}
        found = cls(**chosen)
        return found if found.cookie == value else cls()

    @property
    def cookie(self) -> str:
        """The one spelling of this look; empty for the usual one."""
        colours_decide = "" if self.colours else self.theme
        return ".".join(filter(None, (colours_decide, self.size, self.colours, self.spacing, self.pictures)))

    @property
    def low_vision(self) -> bool:
        """Whether anything beside light and dark was chosen."""
        return bool(self.size or self.colours or self.spacing or self.pictures)

    @property
    def enlarged(self) -> bool:
        """Whether text takes more room than usual."""
        return bool(self.size or self.spacing)

    @property
    def attributes(self) -> SafeString:
        """What ``<html>`` carries for the style sheets: ``data-size="150" data-colours="bw"``."""
        chosen = ((field.name, getattr(self, field.name)) for field in fields(self))
        return format_html_join("", ' data-{}="{}"', [(name, value) for name, value in chosen if value])

    def changed(self, name: str, value: str) -> Self:
        """This look with another choice in one group; a value that the group does not have changes nothing."""
        group = next((group for group in GROUPS if group.name == name), None)
        if group is None or value not in group.values:
            return self
        changes = {name: value}
        if name == "theme" and value:
            changes["colours"] = ""  # two colours leave no light and dark
        if name == "colours" and value:
            changes["theme"] = ""
        return replace(self, **changes)

    @property
    def groups(self) -> list[tuple[Group, list[tuple[Choice, bool]]]]:
        """Every group with its choices, and which of them this look has."""
        return [
            (group, [(choice, choice.value == getattr(self, group.name)) for choice in group.choices])
            for group in GROUPS
        ]


#: What one click gives: half as large again, the highest contrast, air between lines and letters.
LOW_VISION = Appearance(size="150", colours="bw", spacing="wide")
