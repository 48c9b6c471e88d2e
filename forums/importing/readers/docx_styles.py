"""Paragraph styles of a Word document: what a paragraph inherits of lists, bold and centring."""

from collections.abc import Iterator

from lxml import etree

from forums.importing.readers.docx_text import W, is_on


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
        """Yield a style and its parents, nearest first."""
        seen: set[str] = set()
        while identifier in self.by_id and identifier not in seen:
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
