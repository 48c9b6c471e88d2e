"""What a Word paragraph has of its style and its list: bold, centring, the mark that Word computes."""

from collections.abc import Iterator

from lxml import etree

from documents.readers.docx_text import W, is_on
from documents.readers.numbering import Counter, Level

Levels = dict[int, Level]
DEEPEST = 60


class Styles:
    """Looks properties up along a style's chain of parents."""

    def __init__(self, root: etree._Element | None) -> None:
        self.by_id: dict[str, etree._Element] = {}
        self.default = ""
        for style in root.iter(f"{W}style") if root is not None else ():
            if style.get(f"{W}type") != "paragraph":
                continue
            identifier = style.get(f"{W}styleId", "")
            self.by_id[identifier] = style
            if style.get(f"{W}default") in ("1", "true"):
                self.default = identifier

    def of(self, paragraph: etree._Element) -> str:
        """Return the identifier of the style of *paragraph*."""
        node = paragraph.find(f"{W}pPr/{W}pStyle")
        return node.get(f"{W}val", "") if node is not None else self.default

    def chain(self, identifier: str) -> Iterator[tuple[str, etree._Element]]:
        """Yield a style and its parents, nearest first, as far up as any real document goes."""
        seen: set[str] = set()
        while identifier in self.by_id and identifier not in seen and len(seen) < DEEPEST:
            seen.add(identifier)
            style = self.by_id[identifier]
            yield identifier, style
            parent = style.find(f"{W}basedOn")
            identifier = parent.get(f"{W}val", "") if parent is not None else ""

    def is_bold(self, identifier: str) -> bool:
        for _, style in self.chain(identifier):
            bold = is_on(style.find(f"{W}rPr"), "b")
            if bold is not None:
                return bold
        return False

    def is_centred(self, paragraph: etree._Element, identifier: str) -> bool:
        nodes = [paragraph.find(f"{W}pPr/{W}jc")]
        nodes += [style.find(f"{W}pPr/{W}jc") for _, style in self.chain(identifier)]
        return next((node.get(f"{W}val") == "center" for node in nodes if node is not None), False)


class Lists:
    """Counts the lists of one document, paragraph after paragraph."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self.styles = styles
        self.abstracts: dict[str, etree._Element] = {}
        self.style_links: dict[str, str] = {}
        self.nums: dict[str, etree._Element] = {}
        for node in root if root is not None else ():
            if node.tag == f"{W}abstractNum":
                identifier = node.get(f"{W}abstractNumId", "")
                self.abstracts[identifier] = node
                link = _value(node, "styleLink")
                if link:
                    self.style_links[link] = identifier
            elif node.tag == f"{W}num":
                self.nums[node.get(f"{W}numId", "")] = node
        self.counters: dict[str, Counter] = {}
        self.levels: dict[str, Levels] = {}
        self.starts: dict[str, dict[int, int]] = {}
        """Where each use of a list starts counting anew; a level goes when it has."""

    def mark(self, paragraph: etree._Element, style: str) -> tuple[str, int | None]:
        """Return the mark and depth of *paragraph*, ("", None) where it is in no list; counts it."""
        num_id, depth = self._place(paragraph, style)
        num = self.nums.get(num_id)
        if num is None:
            return "", None
        abstract = self._abstract(num)
        levels = self._levels(num_id, num, abstract)
        counter = self.counters.setdefault(abstract, Counter())
        self._override(num_id, num, counter, depth)
        return counter.step(levels, depth), depth

    def _place(self, paragraph: etree._Element, style: str) -> tuple[str, int]:
        """Return the list and depth that the paragraph or, failing it, its style names."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        num_id, depth = _num_pr(own)
        for identifier, node in self.styles.chain(style):
            inherited_id, inherited_depth = _num_pr(node.find(f"{W}pPr/{W}numPr"))
            if num_id is None and inherited_id is not None:
                num_id = inherited_id
                if depth is None and inherited_depth is None:
                    inherited_depth = self._depth_of_style(inherited_id, identifier)
            depth = inherited_depth if depth is None else depth
            if num_id is not None:
                break
        if num_id in (None, "0"):
            return "", 0
        return num_id, min(depth or 0, 8)

    def _depth_of_style(self, num_id: str, style: str) -> int | None:
        num = self.nums.get(num_id)
        abstract = self.abstracts.get(self._abstract(num)) if num is not None else None
        for level in abstract.iter(f"{W}lvl") if abstract is not None else ():
            if _value(level, "pStyle") == style:
                return _number(level.get(f"{W}ilvl"), 0)
        return None

    def _abstract(self, num: etree._Element) -> str:
        identifier = _value(num, "abstractNumId") or ""
        node = self.abstracts.get(identifier)
        link = _value(node, "numStyleLink") if node is not None else None
        return self.style_links.get(link, identifier) if link else identifier

    def _levels(self, num_id: str, num: etree._Element, abstract: str) -> Levels:
        if num_id not in self.levels:
            node = self.abstracts.get(abstract)
            levels = _read_levels(node) if node is not None else {}
            for override in num.iter(f"{W}lvlOverride"):
                levels |= _read_levels(override)
            self.levels[num_id] = levels
        return self.levels[num_id]

    def _override(self, num_id: str, num: etree._Element, counter: Counter, depth: int) -> None:
        """Start counting anew where this use of the list says so, once a level."""
        if num_id not in self.starts:
            self.starts[num_id] = _starts(num)
        start = self.starts[num_id].pop(depth, None)
        if start is not None:
            counter.values[depth] = start - 1


def _starts(num: etree._Element) -> dict[int, int]:
    starts: dict[int, int] = {}
    for override in num.iter(f"{W}lvlOverride"):
        start = _value(override, "startOverride")
        if start is not None:
            starts.setdefault(_number(override.get(f"{W}ilvl"), 0), _number(start, 1))
    return starts


def _read_levels(node: etree._Element) -> Levels:
    levels: Levels = {}
    for level in node.findall(f"{W}lvl"):
        restart = _value(level, "lvlRestart")
        levels[_number(level.get(f"{W}ilvl"), 0)] = Level(
            kind=_value(level, "numFmt") or "decimal",
            text=_value(level, "lvlText") or "",
            start=_number(_value(level, "start"), 1),
            restart=_number(restart, 0) if restart is not None else None,
            legal=level.find(f"{W}isLgl") is not None,
        )
    return levels


def _num_pr(node: etree._Element | None) -> tuple[str | None, int | None]:
    if node is None:
        return None, None
    depth = _value(node, "ilvl")
    return _value(node, "numId"), _number(depth, 0) if depth is not None else None


def _value(node: etree._Element, name: str) -> str | None:
    child = node.find(f"{W}{name}")
    return child.get(f"{W}val") if child is not None else None


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.lstrip("-").isdigit() and len(text) < 7 else default
