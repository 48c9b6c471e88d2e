"""The review of a document: what the editor's form does to its lines. No request, no page is made here.

A form sends the roles and kinds that it was shown with beside those that are chosen: what another window has changed
meanwhile is kept, as only the differences are taken over.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Self
from uuid import UUID

from django.utils.translation import gettext as _

from forums.importing import (
    AnnotatedDocument,
    AnnotatedLine,
    Item,
    Kind,
    Resolution,
    Role,
    Section,
    assemble,
    change_role,
    join_with_previous,
    split_line,
)
from forums.importing.assembly import DOUBTFUL
from forums.importing.screen import FACTS, Fact, Row, ShownItem, day_of
from forums.importing.text import seams

ROLES = {role.value for role in Role}
LETTERS = {role: chr(ord("a") + place) for place, role in enumerate(Role)}
"""A letter for each role: a form says in one word with which roles it was shown."""
KINDS = {kind.value for kind in Kind}
MOST_STEPS = 100
"""So many changes can be undone."""
BUTTONS = ("join", "split", "cut", "second", "settle")
LONGEST_FACT = 255
DECLINED = "no"


class ReviewError(Exception):
    """What the editor asked for cannot be done; ``str(error)`` says why. ``index`` is the line it is about."""

    def __init__(self, message: str, index: int | None = None) -> None:
        super().__init__(message)
        self.index = index


@dataclass
class Review:
    """A document under review with all that the editor has chosen: what the upload stores as its state.

    Kinds and links go by the digest of the item's text; ``facts`` are fields of the head that the editor has written;
    ``suggested`` is the earlier recommendation that an item may repeat (empty: none), ``links`` what the editor said to
    that; ``past`` holds what the last changes of lines replaced, for undoing.
    """

    document: AnnotatedDocument
    kinds: dict[str, str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    suggested: dict[str, dict[str, str]] = field(default_factory=dict)
    past: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def from_state(cls, state: Mapping[str, Any]) -> Self:
        """Return the review as stored; raise ``KeyError``, ``TypeError`` or ``ValueError`` for another shape."""
        document = AnnotatedDocument.from_json(state["document"])
        given = {name: dict(state.get(name, {})) for name in ("kinds", "facts", "links", "suggested")}
        return cls(document, past=list(state.get("past", [])), **given)

    def to_state(self) -> dict[str, Any]:
        return {
            "document": self.document.to_json(),
            "kinds": self.kinds,
            "facts": self.facts,
            "links": self.links,
            "suggested": self.suggested,
            "past": self.past,
        }

    @property
    def version(self) -> str:
        """Changes when lines are joined or split: a form of another version talks about other lines."""
        return digest("\n".join(line.text for line in self.document.lines))

    @property
    def shown(self) -> str:
        """The roles of all lines in one word."""
        return "".join(LETTERS[line.role] for line in self.document.lines)

    @cached_property
    def resolution(self) -> Resolution:
        """The resolution as the lines stand, with the editor's facts and kinds."""
        resolution = assemble(self.document)
        sections = tuple(
            replace(section, items=tuple(self._with_kind(item) for item in section.items))
            for section in resolution.sections
        )
        return replace(resolution, sections=sections, **self._written_facts(resolution))

    def _with_kind(self, item: Item) -> Item:
        chosen = self.kinds.get(digest(item.text))
        return replace(item, kind=Kind(chosen)) if chosen in KINDS else item

    def _written_facts(self, found: Resolution) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        if "adopted_on" in self.facts:
            facts["adopted_on"] = day_of(self.facts["adopted_on"])
        if "place" in self.facts:
            facts["place"] = self.facts["place"] or None
        if "title" in self.facts:
            facts["title"] = self.facts["title"]
        forum = found.forum
        if "theme" in self.facts:
            forum = replace(forum, theme=self.facts["theme"] or None)
        if "number" in self.facts:
            forum = replace(forum, number=int(self.facts["number"]) if self.facts["number"] else None)
        return facts | {"forum": forum}

    def unasked(self) -> list[str]:
        """The items that nobody has looked for among earlier recommendations."""
        return [item.text for item in self.resolution.items if digest(item.text) not in self.suggested]

    def repeats(self) -> dict[str, UUID]:
        """By the text of an item the earlier recommendation that it repeats, as the editor has agreed."""
        texts = {digest(item.text): item.text for item in self.resolution.items}
        return {texts[key]: UUID(answer) for key, answer in self.links.items() if key in texts and answer != DECLINED}

    def sections(self) -> list[tuple[Section, list[ShownItem]]]:
        """The sections, each item with what is asked about it."""
        return [(section, [self._shown(item) for item in section.items]) for section in self.resolution.sections]

    def _shown(self, item: Item) -> ShownItem:
        key = digest(item.text)
        answer = self.links.get(key, "")
        suggestion = {} if answer == DECLINED else self.suggested.get(key, {})
        return ShownItem(item, key, suggestion, accepted=bool(answer))

    def rows(self, typed: Mapping[str, str], error: ReviewError | None = None) -> list[Row]:
        """Every line; what was ``typed`` into an open split field stays in it."""
        notes: dict[int, list[str]] = {}
        for warning in self.resolution.warnings:
            if warning.message != DOUBTFUL:  # the line's own sign says that
                notes.setdefault(warning.line, []).append(warning.text)
        rows: list[Row] = []
        following = None
        for index, line in reversed(list(enumerate(self.document.lines))):
            row = Row(index, line, notes.get(line.line, []) if line.line else [], following)
            row.split_text = typed.get(f"split-{index}", line.text) if error else line.text
            row.error = str(error) if error and error.index == index else ""
            following = index if row.needs_a_look else following
            rows.append(row)
        return rows[::-1]

    def general_notes(self) -> list[str]:
        """Remarks about the document as a whole."""
        return [warning.text for warning in self.resolution.warnings if not warning.line]

    # --- what the form asks for ---------------------------------------------------------------------------

    def take_choices(self, data: Mapping[str, str]) -> None:
        """Take over what was changed in the form: roles, kinds, facts; what makes no sense is left as it was."""
        lines = self.document
        shown = data.get("shown", self.shown)
        for index, line in enumerate(lines.lines):
            role = data.get(f"role-{index}", "")
            if role in ROLES and role != line.role and LETTERS[Role(role)] != shown[index : index + 1]:
                lines = change_role(lines, index, Role(role))
        self._change(lines)
        for name, value in data.items():
            key, _dot, before = name.removeprefix("kind-").partition(".")
            if name.startswith("kind-") and value in KINDS and value != before:
                self.kinds[key] = value
            if name.startswith("fact-") and value.strip() != data.get(f"shown-{name}", "").strip():
                self._write(name.removeprefix("fact-"), value.strip())
        self._forget_resolution()

    def _write(self, name: str, value: str) -> None:
        if name == "adopted_on" and value and day_of(value) is None:
            raise ReviewError(_("Write the date as day, month and year."))
        if name == "number" and value and not (value.isascii() and value.isdecimal() and 0 < int(value) < 1000):
            raise ReviewError(_("The number of the forum is written in figures, for example 5."))
        if name in FACTS:
            self.facts[name] = value[:LONGEST_FACT]

    def act(self, data: Mapping[str, str]) -> int | None:
        """Do what the button asks for; gives the line it was about, None where no such button was pressed."""
        if "undo" in data:
            return self.undo()
        for name in BUTTONS:
            if name in data:
                wanted = data[name]
                return getattr(self, name)(wanted, data) if name == "split" else getattr(self, name)(wanted)
        if "take" in data:
            name, _colon, value = data["take"].partition(":")
            self._write(name, value)
        if "link" in data:
            key, _colon, answer = data["link"].partition(":")
            if answer in (DECLINED, self.suggested.get(key, {}).get("key")):
                self.links[key] = answer
        return None

    def head(self) -> list[Fact]:
        """The fields of the head, each with its value and what else it may be."""
        found = self.resolution
        values = {
            "title": found.title,
            "number": str(found.forum.number or ""),
            "theme": found.forum.theme or "",
            "adopted_on": found.adopted_on.isoformat() if found.adopted_on else "",
            "place": found.place or "",
        }
        return [Fact(name, value, found.offered.get(name, ())) for name, value in values.items()]

    def join(self, wanted: str) -> int:
        """Join a line to the one above; gives the index of the joined line."""
        index = self._index(wanted)
        if index == 0:
            raise ReviewError(_("There is no line above the first one."), 0)
        self._change(join_with_previous(self.document, index))
        return index - 1

    def split(self, wanted: str, data: Mapping[str, str]) -> int:
        """Split a line where the typed text has a line break that the line has not; gives the first part's index."""
        index = self._index(wanted)
        words = self.document.lines[index].text
        typed = data.get(f"split-{wanted}", "").replace("\r\n", "\n").replace("\r", "\n").strip("\n ")
        if _squeezed(typed) != _squeezed(words):
            raise ReviewError(_("Only line breaks can be added here; the words must stay as they are."), index)
        places = _breaks(typed, words)
        if not places:
            raise ReviewError(_("Put the cursor where the new line begins, press Enter, then “Split”."), index)
        return self._split_at(index, places)

    def cut(self, wanted: str) -> int:
        """Split a line at a place that was offered: «line:place»."""
        line, _colon, place = wanted.partition(":")
        index = self._index(line)
        if not place.isdecimal() or int(place) not in seams(self.document.lines[index].text):
            raise ReviewError(_("The line cannot be split there any more."), index)
        return self._split_at(index, [int(place)])

    def _split_at(self, index: int, places: Iterable[int]) -> int:
        document = self.document
        for place in sorted(places, reverse=True):
            document = split_line(document, index, place)
        self._change(document)
        return index

    def second(self, wanted: str) -> int:
        """Give a doubtful line its second-best role."""
        index = self._index(wanted)
        role = self.document.lines[index].second
        if role is None:
            raise ReviewError(_("This line has no other likely role."), index)
        self._change(change_role(self.document, index, role))
        return index

    def settle(self, wanted: str) -> int:
        """The editor has looked at a doubtful line and leaves it as it is."""
        index = self._index(wanted)
        self._change(change_role(self.document, index, self.document.lines[index].role))
        return index

    def undo(self) -> int:
        """Take the last change of lines back; gives the index of the first line that it was about."""
        if not self.past:
            raise ReviewError(_("There is nothing to undo."))
        step = self.past.pop()
        lines = list(self.document.lines)
        start = min(int(step["start"]), len(lines))
        lines[start : start + int(step["count"])] = map(AnnotatedLine.from_json, step["lines"])
        self.document = self.document.with_lines(lines)
        self._forget_resolution()
        return start

    def _change(self, document: AnnotatedDocument) -> None:
        """Put *document* in the place of the lines, and remember what it replaced."""
        old, new = self.document.lines, document.lines
        if old == new:
            return
        start = 0
        while start < min(len(old), len(new)) and old[start] == new[start]:
            start += 1
        end = 0
        while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
            end += 1
        replaced = [line.to_json() for line in old[start : len(old) - end]]
        step = {"start": start, "count": len(new) - end - start, "lines": replaced}
        self.past = [*self.past[1 - MOST_STEPS :], step]
        self.document = document
        self._forget_resolution()

    def _forget_resolution(self) -> None:
        self.__dict__.pop("resolution", None)

    def _index(self, wanted: str) -> int:
        if not wanted.isdecimal() or not wanted.isascii() or not int(wanted) < len(self.document.lines):
            raise ReviewError(_("There is no such line any more."))
        return int(wanted)


def digest(text: str) -> str:
    """A short name for a text, fit for a form field."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _breaks(typed: str, words: str) -> list[int]:
    """Where in ``words`` the line breaks of ``typed`` fall that ``words`` itself does not have."""
    own = {len(_squeezed(words[:place])) for place, letter in enumerate(words) if letter == "\n"}
    pieces = [piece for piece in typed.split("\n") if piece.strip()]
    wanted, passed = [], 0
    for piece in pieces[:-1]:
        passed += len(_squeezed(piece))
        if passed not in own:
            wanted.append(passed)
    return [_position(words, count) for count in wanted]


def _position(words: str, count: int) -> int:
    """Where the letter after the first ``count`` letters (spaces not counted) stands."""
    seen = 0
    for place, letter in enumerate(words):
        if letter.isspace():
            continue
        if seen == count:
            return place
        seen += 1
    return len(words)
