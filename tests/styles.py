"""Rules for style sheets, read with tinycss2: ``python -m tests.styles`` prints what breaks them.

- it parses, selectors name no id, no selector stands twice in a block, no property twice in a rule;
- ``var(--name)`` names a property that some style sheet sets, or has a fallback (Wagtail's ``--w-…`` aside);
- rules of the site stand in one of the layers that ``tokens.css`` orders. Styles of the admin have no layers.

That each declaration is one that browsers understand is asked of Chromium (``tests/browser/test_styles.py``).
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Declaration, FunctionBlock, Node, ParseError, QualifiedRule

ROOT = Path(__file__).resolve().parents[1]
STYLES = ROOT / "site" / "static" / "css"
THEME = ROOT / "site" / "core" / "templates" / "core" / "theme.css"
OF_THE_ADMIN = {
    "admin/desk.css",
    "admin/terms.css",
    "followup/admin.css",
    "registration/admin.css",
    "resolutions/admin.css",
    "importing/document.css",
    "importing/screen.css",
    "geo/boundary.css",
    "suggestions.css",
}
#: At-rules that hold rules; others hold declarations (``@page``) or nothing.
HOLD_RULES = {"layer", "media", "supports", "container", "starting-style", "scope"}


def sheets(folder: Path = STYLES) -> dict[str, str]:
    """Names and texts of the style sheets."""
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.css"))}


def contents(rule: AtRule | QualifiedRule) -> list[Node]:
    """What stands between a rule's braces."""
    if rule.content is None:
        return []
    if isinstance(rule, AtRule) and rule.lower_at_keyword in HOLD_RULES:
        return tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
    return tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)


def parsed(text: str) -> list[Node]:
    return tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)


def everything(nodes: list[Node]) -> Iterator[Node]:
    """Rules and declarations, nested ones too."""
    for node in nodes:
        yield node
        if isinstance(node, AtRule | QualifiedRule):
            yield from everything(contents(node))


def declarations(text: str) -> Iterator[Declaration]:
    """Declarations of style rules; descriptors of ``@font-face`` and ``@page`` are left out."""
    for rule in everything(parsed(text)):
        if isinstance(rule, QualifiedRule):
            yield from (node for node in contents(rule) if isinstance(node, Declaration))


def _text(nodes: list[Node]) -> str:
    return " ".join(tinycss2.serialize(nodes).split())


def _twice(nodes: list[Node]) -> Iterator[str]:
    """Selectors and properties that stand twice; two in a row are a value, and a better one for newer browsers."""
    seen: set[str] = set()
    last = ""
    for node in nodes:
        if isinstance(node, Declaration):
            what = node.name
        elif isinstance(node, QualifiedRule):
            what = _text(node.prelude)
        else:
            continue
        if what in seen and not (what == last and isinstance(node, Declaration)):
            yield f"{node.source_line}: {what} stands twice"
        seen.add(what)
        last = what


def _unset(node: Node, known: set[str]) -> Iterator[str]:
    """Names of properties asked for without a fallback that no style sheet sets."""
    if isinstance(node, FunctionBlock) and node.lower_name == "var":
        arguments = [one for one in node.arguments if one.type not in ("whitespace", "comment")]
        name = arguments[0].value
        if len(arguments) == 1 and name not in known and not name.startswith("--w-"):
            yield name
    for inner in getattr(node, "arguments", None) or getattr(node, "content", None) or ():
        yield from _unset(inner, known)


def _without_layer(nodes: list[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, QualifiedRule):
            yield f"{node.source_line}: {_text(node.prelude)} stands in no layer"
        elif isinstance(node, AtRule) and node.lower_at_keyword in HOLD_RULES - {"layer"}:
            yield from _without_layer(contents(node))


def faults(name: str, text: str, known: set[str], layers: set[str]) -> Iterator[str]:
    """What is wrong in one style sheet, with its line."""
    rules = parsed(text)
    yield from _twice(rules)
    for node in everything(rules):
        if isinstance(node, ParseError):
            yield f"{node.source_line}: {node.message}"
        if isinstance(node, AtRule | QualifiedRule):
            yield from _twice(contents(node))
        if isinstance(node, QualifiedRule) and any(token.type == "hash" for token in node.prelude):
            yield f"{node.source_line}: {_text(node.prelude)} selects by an id"
        if isinstance(node, Declaration):
            for value in node.value:
                yield from (f"{node.source_line}: nobody sets {missing}" for missing in _unset(value, known))
        if isinstance(node, AtRule) and node.lower_at_keyword == "layer":
            for layer in re.findall(r"[\w-]+", _text(node.prelude)):
                if layer not in layers:
                    yield f"{node.source_line}: tokens.css has no layer {layer}"
    if name not in OF_THE_ADMIN:
        yield from _without_layer(rules)


def all_faults(styles: dict[str, str]) -> list[str]:
    """What is wrong in all of them together: ``tokens.css`` orders the layers, any may set a property."""
    known = {
        node.name for text in styles.values() for node in everything(parsed(text)) if isinstance(node, Declaration)
    }
    known |= set(re.findall(r"(--[\w-]+):", THEME.read_text(encoding="utf-8")))
    order = re.search(r"^@layer ([^;{]+);", styles.get("tokens.css", ""), re.MULTILINE)
    layers = set(re.findall(r"[\w-]+", order[1])) if order else set()
    return [f"{name}:{fault}" for name, text in styles.items() for fault in faults(name, text, known, layers)]


if __name__ == "__main__":
    found = all_faults(sheets())
    sys.exit("\n".join(found) if found else 0)
