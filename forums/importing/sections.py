"""From the lines of the decisions to sections: who inherits whose verb, and which number an item has."""

from collections import Counter
from dataclasses import dataclass, field

from documents.errors import mark as _
from documents.lines import Notice
from forums.importing.annotations import AnnotatedLine, Role
from forums.importing.kinds import kind_of
from forums.importing.marks import read_mark
from forums.importing.resolution import Item, Section, Verb
from forums.importing.verbs import verb_of

LIKELY_ADDRESSEE = 0.7
"""Below this an addressee is left empty: in layouts kept from training a third of such lines are none."""
MAYBE_ADDRESSEE = _("“%(text)s” may be the addressee of what follows: if it is, say that the line is right.")
NO_VERB = _("The document does not say whether the forum recommends, resolves or proposes: choose it in the draft.")
NOTHING_ASKED = _("Nothing is asked for under this heading: check the lines below it.")
SHOWN = 60
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
    heading_line: int = -1
    by_topic: bool = False
    """A heading without a verb («В сфере культуры:») stands above the items."""
    inherited: bool = False
    """The addressee is that of the topic above, until the heading says otherwise."""
    lead_in: list[str] = field(default_factory=list)
    addressee: list[str] = field(default_factory=list)
    items: list[_Item] = field(default_factory=list)


class SectionsBuilder:
    """Takes lead-ins, addressees and decisions in order and gives the sections."""

    def __init__(self) -> None:
        self.sections: list[_Section] = []
        self.verbs: list[tuple[int, Verb]] = [(-1, Verb.RECOMMEND)]
        self.last: list[str] | _Item | None = None
        self.notices: list[Notice] = []
        self.says_verb = False

    def add(self, line: AnnotatedLine) -> None:
        if line.role is Role.RECOMMENDATION:
            self._add_item(line)
        else:
            self._add_heading(line)

    def go_on(self, line: AnnotatedLine) -> None:
        """Add a continuation to whatever came last; paragraphs of an item stay apart."""
        text = f"{line.mark} {line.text}" if line.mark else line.text
        if isinstance(self.last, _Item):
            self.last.text += _joint(self.last.text, line) + text
        elif self.last:
            self.last[-1] += ("" if line.glued else " ") + text

    def build(self) -> tuple[tuple[Section, ...], list[Notice]]:
        numbers = _numbers(self.sections)
        sections, notices = [], list(self.notices)
        if self.sections and not self.says_verb:
            notices.append(Notice(0, NO_VERB))
        for section, of_items in zip(self.sections, numbers, strict=True):
            items = tuple(
                Item(number, item.text, kind_of(item.text))
                for number, item in zip(of_items, section.items, strict=True)
            )
            addressee = " ".join(section.addressee).strip(ADDRESSEE_EDGES)
            sections.append(Section("\n".join(section.lead_in), section.verb, addressee or None, items))
            if not items:
                notices.append(Notice(section.line, NOTHING_ASKED))
        return tuple(sections), notices

    def _add_heading(self, line: AnnotatedLine) -> None:
        if line.mark and not self._is_empty():
            self._leave(line.level)
        section = self._section(line)
        own = read_mark(line.mark)
        if line.mark:
            section.level = line.level
            section.own = own.value if own and own.style.startswith("decimal") else ""
        if section.inherited and (line.role is Role.ADDRESSEE or verb_of(line.text) is not None):
            section.addressee, section.inherited = [], False
        unlikely = line.role is Role.ADDRESSEE and line.probability < LIKELY_ADDRESSEE
        if unlikely:
            self.notices.append(Notice(line.line, MAYBE_ADDRESSEE, {"text": line.text[:SHOWN]}))
        target = section.lead_in if line.role is Role.LEAD_IN or unlikely else section.addressee
        if target and line.line == section.heading_line:
            target[-1] = f"{target[-1]} {line.text}"
        else:
            target.append(line.text)
        section.heading_line = line.line
        self.last = target
        if line.role is Role.LEAD_IN:
            self._turn(section, line)

    def _turn(self, section: _Section, line: AnnotatedLine) -> None:
        verb = verb_of(line.text)
        if verb is None:
            section.by_topic = True
            return
        section.verb, self.says_verb = verb, True
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
        above = self.sections[-1] if self.sections else None
        if above and above.by_topic and line.role is Role.LEAD_IN and verb_of(line.text) is None:
            section.addressee, section.inherited = list(above.addressee), True
        self.sections.append(section)
        return section

    def _add_item(self, line: AnnotatedLine) -> None:
        if not self.sections:
            self.sections.append(_Section(self.verbs[-1][1], line=line.line))
        section = self.sections[-1]
        if line.mark and section.items and section.level >= line.level and not _is_below(line.mark, section.own):
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


def _joint(above: str, line: AnnotatedLine) -> str:
    """Return what stands between the lines of an item: a sentence goes on in its line, a paragraph begins one."""
    if line.glued:
        return ""
    goes_on = not line.mark and line.text[:1].islower() and not above.endswith((".", ";", ":", "!", "?", "…"))
    return " " if goes_on else "\n"


def _is_below(mark: str, heading: str) -> bool:
    """Tell whether «2.1» hangs under the heading «2», whatever the depths say."""
    read = read_mark(mark)
    return bool(read and heading and read.value.startswith(f"{heading}."))


def _numbers(sections: list[_Section]) -> list[list[str]]:
    """Return the items' numbers: the document's own where they tell items apart, else section.item."""
    heads = Counter(section.own for section in sections if section.own)
    own = [[_own_number(section, item, heads) for item in section.items] for section in sections]
    counts = Counter(number for numbers in own for number in numbers if number)
    restarted = any(count > 1 and "." not in number for number, count in counts.items())
    taken: set[str] = set()
    result = []
    position = 0
    for section, numbers in zip(sections, own, strict=True):
        position += bool(section.items)
        given = []
        for index, number in enumerate(numbers, 1):
            wanted = [f"{position}.{index}"]
            if number and restarted and "." not in number and number not in heads:
                wanted.insert(0, f"{position}.{number}")
            elif number and counts[number] == 1:
                wanted.insert(0, number)
            elif section.own and heads[section.own] == 1:
                wanted.insert(0, f"{section.own}.{index}")
            chosen = next((number for number in wanted if number not in taken), None) or _free(wanted[-1], taken)
            taken.add(chosen)
            given.append(chosen)
        result.append(given)
    return result


def _own_number(section: _Section, item: _Item, heads: Counter[str]) -> str:
    """Return the number that the document gives an item, completed by the number of its heading."""
    if not section.own or heads[section.own] > 1:
        return item.own
    if not item.own:
        return section.own if len(section.items) == 1 and item.line == section.heading_line else ""
    return item.own if "." in item.own else f"{section.own}.{item.own}"


def _free(number: str, taken: set[str]) -> str:
    suffix = 2
    while f"{number}.{suffix}" in taken:
        suffix += 1
    return f"{number}.{suffix}"
