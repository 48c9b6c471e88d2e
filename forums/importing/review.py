"""The review of a document: what the editor's form does to its lines. No request, no page is made here.

A form sends every role, every kind and every text that was opened for splitting, whatever button was pressed, so that
each answer of the server keeps all that was chosen.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from forums.importing import (
    ROLE_LABELS,
    AnnotatedDocument,
    AnnotatedLine,
    Item,
    Kind,
    Resolution,
    Role,
    assemble,
    change_role,
    join_with_previous,
    split_line,
)

ROLES = {role.value for role in Role}
KINDS = {kind.value for kind in Kind}


class ReviewError(Exception):
    """What the editor asked for cannot be done; ``str(error)`` says why. ``index`` is the line it is about."""

    def __init__(self, message: str, index: int | None = None) -> None:
        super().__init__(message)
        self.index = index


@dataclass
class Row:
    """A line as the screen shows it."""

    index: int
    line: AnnotatedLine
    notes: list[str]
    split_text: str = ""
    error: str = ""

    @property
    def roles(self) -> list[tuple[str, str, bool]]:
        return [(role.value, label, role is self.line.role) for role, label in ROLE_LABELS.items()]

    @property
    def role_label(self) -> str:
        return ROLE_LABELS[self.line.role]

    @property
    def needs_a_look(self) -> bool:
        return self.line.uncertain or bool(self.notes)


@dataclass
class Review:
    """A document under review, with the kinds that the editor has chosen (by the digest of the item's text)."""

    document: AnnotatedDocument
    kinds: dict[str, str] = field(default_factory=dict)

    @property
    def version(self) -> str:
        """Changes when lines are joined or split: a form of another version talks about other lines."""
        return digest("\n".join(line.text for line in self.document.lines))

    @property
    def resolution(self) -> Resolution:
        """The resolution as the lines stand, with the editor's kinds."""
        resolution = assemble(self.document)
        sections = tuple(
            replace(section, items=tuple(self._with_kind(item) for item in section.items))
            for section in resolution.sections
        )
        return replace(resolution, sections=sections)

    def _with_kind(self, item: Item) -> Item:
        chosen = self.kinds.get(digest(item.text))
        return replace(item, kind=Kind(chosen)) if chosen in KINDS else item

    def rows(self, typed: Mapping[str, str], error: ReviewError | None = None) -> list[Row]:
        """Every line; what was ``typed`` into an open split field stays in it."""
        notes: dict[int, list[str]] = {}
        for warning in self.resolution.warnings:
            notes.setdefault(warning.line, []).append(warning.message)
        rows = []
        for index, line in enumerate(self.document.lines):
            row = Row(index, line, notes.get(line.line, []) if line.line else [])
            row.split_text = typed.get(f"split-{index}", line.text) if error else line.text
            row.error = str(error) if error and error.index == index else ""
            rows.append(row)
        return rows

    def general_notes(self) -> list[str]:
        """Remarks about the document as a whole."""
        return [warning.message for warning in self.resolution.warnings if not warning.line]

    # --- what the form asks for ---------------------------------------------------------------------------

    def take_choices(self, data: Mapping[str, str]) -> None:
        """Take over roles and kinds; what makes no sense is left as it was."""
        for index, line in enumerate(self.document.lines):
            role = data.get(f"role-{index}", "")
            if role in ROLES and role != line.role:
                self.document = change_role(self.document, index, Role(role))
        for name, value in data.items():
            if name.startswith("kind-") and value in KINDS:
                self.kinds[name.removeprefix("kind-")] = value

    def act(self, data: Mapping[str, str]) -> int | None:
        """Do what the line's button asks for; gives the line it was about, None where no such button was pressed."""
        if "join" in data:
            return self.join(data["join"])
        if "split" in data:
            return self.split(data["split"], data.get(f"split-{data['split']}", ""))
        return self.settle(data["settle"]) if "settle" in data else None

    def join(self, wanted: str) -> int:
        """Join a line to the one above; gives the index of the joined line."""
        index = self._index(wanted)
        if index == 0:
            raise ReviewError(_("There is no line above the first one."), 0)
        self.document = join_with_previous(self.document, index)
        return index - 1

    def split(self, wanted: str, text: str) -> int:
        """Split a line where ``text`` has a line break that the line has not; gives the index of its first part."""
        index = self._index(wanted)
        words = self.document.lines[index].text
        typed = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n ")
        if _squeezed(typed) != _squeezed(words):
            raise ReviewError(_("Only line breaks can be added here; the words must stay as they are."), index)
        places = _breaks(typed, words)
        if not places:
            raise ReviewError(_("Put the cursor where the new line begins, press Enter, then “Split”."), index)
        for place in reversed(places):
            self.document = split_line(self.document, index, place)
        return index

    def settle(self, wanted: str) -> int:
        """The editor has looked at a doubtful line and leaves it as it is."""
        index = self._index(wanted)
        self.document = change_role(self.document, index, self.document.lines[index].role)
        return index

    def _index(self, wanted: str) -> int:
        if not wanted.isdecimal() or not int(wanted) < len(self.document.lines):
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
