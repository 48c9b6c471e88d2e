"""From the lines of the decisions to sections: who inherits whose verb, and which number an item has."""

from collections import Counter
from dataclasses import dataclass, field

from forums.importing.annotations import AnnotatedLine, Role
from forums.importing.documents import Notice
from forums.importing.kinds import kind_of
from forums.importing.marks import read_mark
from forums.importing.messages import mark as _
from forums.importing.messages import say
from forums.importing.resolution import Item, Section, Verb
from forums.importing.turns import verb_of

ADDRESSEE_EDGES = " :–—-"


@dataclass(slots=True)
class _Item:
    text: str
    own: str
    level: int
    line: int


@dataclass(slots=True)
class _Section:
    verb: Verb
    level: int = -1
    own: str = ""
    line: int = 0
    lead_in: list[str] = field(default_factory=list)
    addressee: list[str] = field(default_factory=list)
    items: list[_Item] = field(default_factory=list)


class SectionsBuilder:
    """Takes lead-ins, addressees and decisions in order and gives the sections."""

    def __init__(self) -> None:
        self.sections: list[_Section] = []
        self.verbs: list[tuple[int, Verb]] = [(-1, Verb.RECOMMEND)]
        self.last: list[str] | _Item | None = None

    def add(self, line: AnnotatedLine) -> None:
        if line.role is Role.RECOMMENDATION:
            self._add_item(line)
        else:
            self._add_heading(line)

    def go_on(self, line: AnnotatedLine) -> None:
        """Add a continuation to whatever came last; a paragraph of an item starts on a new line."""
        text = f"{line.mark} {line.text}" if line.mark else line.text
        if isinstance(self.last, _Item):
            self.last.text += ("" if line.glued else "\n") + text
        elif self.last:
            self.last[-1] += ("" if line.glued else " ") + text

    def build(self) -> tuple[tuple[Section, ...], list[Notice]]:
        numbers = _numbers(self.sections)
        sections, notices = [], []
        for section, of_items in zip(self.sections, numbers, strict=True):
            items = tuple(
                Item(number, item.text, kind_of(item.text))
                for number, item in zip(of_items, section.items, strict=True)
            )
            addressee = " ".join(section.addressee).strip(ADDRESSEE_EDGES)
            sections.append(Section("\n".join(section.lead_in), section.verb, addressee or None, items))
            if not items:
                message = say(_("Nothing is asked for under this heading: check the lines below it."))
                notices.append(Notice(section.line, message))
        return tuple(sections), notices

    def _add_heading(self, line: AnnotatedLine) -> None:
        if line.mark and not self._is_empty():
            self._leave(line.level)
        section = self._section(line)
        own = read_mark(line.mark)
        if line.mark:
            section.level = line.level
            section.own = own.value if own and own.style.startswith("decimal") else ""
        target = section.lead_in if line.role is Role.LEAD_IN else section.addressee
        target.append(line.text)
        self.last = target
        if line.role is Role.LEAD_IN:
            self._turn(section, line)

    def _turn(self, section: _Section, line: AnnotatedLine) -> None:
        verb = verb_of(line.text)
        if verb is None:
            return
        section.verb = verb
        if line.mark:
            self.verbs.append((line.level, verb))
        else:
            self.verbs = [(-1, verb)]

    def _leave(self, level: int) -> None:
        while len(self.verbs) > 1 and self.verbs[-1][0] >= level:
            self.verbs.pop()

    def _is_empty(self) -> bool:
        return bool(self.sections) and not self.sections[-1].items

    def _section(self, line: AnnotatedLine) -> _Section:
        """Return the section that a heading belongs to: the one it goes on with, or a new one."""
        if self._is_empty():
            return self.sections[-1]
        section = _Section(self.verbs[-1][1], line=line.line)
        self.sections.append(section)
        return section

    def _add_item(self, line: AnnotatedLine) -> None:
        if not self.sections:
            self.sections.append(_Section(self.verbs[-1][1], line=line.line))
        section = self.sections[-1]
        if line.mark and section.items and section.level >= line.level:
            self._leave(line.level)
            section = _Section(self.verbs[-1][1], line=line.line)
            self.sections.append(section)
        mark = read_mark(line.mark)
        own = mark.value if mark and not mark.is_bullet else ""
        above = section.items[-1] if section.items else None
        if above and above.own and own.isalpha() and line.level > above.level and mark and mark.style != "roman":
            own = f"{above.own}.{own}"
        elif above and own.isalpha() and "." in above.own and above.level == line.level:
            own = f"{above.own.rpartition('.')[0]}.{own}"
        item = _Item(line.text, own, line.level, line.line)
        section.items.append(item)
        self.last = item


def _numbers(sections: list[_Section]) -> list[list[str]]:
    """Return the items' numbers: the document's own where they tell items apart, else section.item."""
    counts = Counter(item.own for section in sections for item in section.items if item.own)
    taken: set[str] = set()
    own_heads = Counter(section.own for section in sections if section.own)
    result = []
    position = 0
    for section in sections:
        position += bool(section.items)
        prefix = section.own if section.own and own_heads[section.own] == 1 else str(position)
        numbers = []
        for index, item in enumerate(section.items, 1):
            wanted = [f"{position}.{index}", f"{prefix}.{index}"]
            if item.own and counts[item.own] == 1:
                wanted.append(item.own)
            elif item.own and "." not in item.own:
                wanted.append(f"{prefix}.{item.own}")
            elif len(section.items) == 1 and section.own and own_heads[section.own] == 1:
                wanted.append(section.own)
            number = next((number for number in reversed(wanted) if number not in taken), None)
            number = number or _free(f"{position}.{index}", taken)
            taken.add(number)
            numbers.append(number)
        result.append(numbers)
    return result


def _free(number: str, taken: set[str]) -> str:
    suffix = 2
    while f"{number}-{suffix}" in taken:
        suffix += 1
    return f"{number}-{suffix}"
