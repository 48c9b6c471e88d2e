"""Styles of an OpenDocument text: lists, bold and centring, along the chain of parents."""

from lxml import etree

from forums.importing.readers.numbering import Level

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
KINDS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}


class OdtStyles:
    """Looks properties up in the automatic and the common styles of a document."""

    def __init__(self, *roots: etree._Element) -> None:
        self.styles: dict[str, etree._Element] = {}
        self.lists: dict[str, etree._Element] = {}
        self.levels: dict[str, dict[int, Level]] = {}
        for root in reversed(roots):
            for style in root.iter(f"{STYLE}style"):
                self.styles[style.get(f"{STYLE}name", "")] = style
            for style in root.iter(f"{TEXT}list-style"):
                self.lists[style.get(f"{STYLE}name", "")] = style

    def is_centred(self, name: str) -> bool:
        return self._find(name, "paragraph-properties", f"{FO}text-align") == "center"

    def is_bold(self, name: str, paragraph: etree._Element) -> bool:
        """Tell whether a paragraph is bold by its style, or because all of it is in one bold span."""
        if self._find(name, "text-properties", f"{FO}font-weight") == "bold":
            return True
        spans = paragraph.findall(f"{TEXT}span")
        loose = (paragraph.text or "") + "".join(child.tail or "" for child in paragraph)
        return (
            bool(spans)
            and not loose.strip()
            and all(
                self._find(span.get(f"{TEXT}style-name") or "", "text-properties", f"{FO}font-weight") == "bold"
                for span in spans
                if "".join(span.itertext()).strip()
            )
        )

    def list_levels(self, name: str) -> dict[int, Level]:
        """Return the levels of a list style; a list without one is bulleted."""
        if name not in self.levels:
            node = self.lists.get(name)
            self.levels[name] = _levels(node) if node is not None else {depth: Level("bullet") for depth in range(10)}
        return self.levels[name]

    def _find(self, name: str, group: str, attribute: str) -> str | None:
        seen: set[str] = set()
        while name in self.styles and name not in seen:
            seen.add(name)
            style = self.styles[name]
            properties = style.find(f"{STYLE}{group}")
            value = properties.get(attribute) if properties is not None else None
            if value:
                return value
            name = style.get(f"{STYLE}parent-style-name", "")
        return None


def _levels(node: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for child in node:
        depth = child.get(f"{TEXT}level", "1")
        position = int(depth) - 1 if depth.isdigit() else 0
        if child.tag != f"{TEXT}list-level-style-number":
            levels[position] = Level("bullet")
            continue
        written = child.get(f"{STYLE}num-format", "")
        kind = KINDS.get(written) or (
            "russianLower" if written.startswith("а") else "russianUpper" if written.startswith("А") else "decimal"
        )
        shown = child.get(f"{TEXT}display-levels", "1")
        first = position + 2 - (int(shown) if shown.isdigit() else 1)
        numbers = ".".join(f"%{number}" for number in range(max(1, first), position + 2))
        start = child.get(f"{TEXT}start-value", "1")
        text = child.get(f"{STYLE}num-prefix", "") + numbers + child.get(f"{STYLE}num-suffix", "")
        levels[position] = Level(kind, text, int(start) if start.isdigit() and len(start) < 6 else 1)
    return levels
