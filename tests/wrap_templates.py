"""Break template lines that are too long, where white space means nothing: ``python -m tests.wrap_templates``.

djlint formats templates but leaves what stands inside a line. A line is broken at a space that is there already, beside
a block element, or between the attributes of a tag; never between inline elements, where a break would show as a space.
A message becomes ``trimmed``, which leaves the key of its translation as it is. ``make format`` runs djlint before and
after.
"""

import re
import sys
from pathlib import Path

from tests.house import WIDEST_TEMPLATE_LINE

ROOT = Path(__file__).resolve().parents[1]
TOKEN = re.compile(
    r"(?P<message>{%\s*blocktranslate\b.*?{%\s*endblocktranslate\s*%})"
    r"|(?P<comment>{#.*?#}|{%\s*comment\b.*?{%\s*endcomment\s*%}|<!--.*?-->)"
    r"|(?P<control>{%.*?%})"
    r"|(?P<value>{{.*?}})"
    r"|(?P<verbatim><(?P<name>pre|textarea|script)\b.*?</(?P=name)\s*>)"
    r"|(?P<tag></?[a-zA-Z](?:{%.*?%}|{{.*?}}|\"(?:{%.*?%}|{{.*?}}|[^\"{]|{)*\"|'[^']*'|[^>\"'])*>)"
    r"|(?P<space>\s+)"
    r"|(?P<text>[^\s<{]+|[<{])",
    re.DOTALL,
)
BLOCKS = re.compile(
    r"(article|aside|blockquote|body|caption|circle|col|colgroup|dd|defs|details|div|dl|dt|fieldset|figcaption|figure"
    r"|footer|form|g|h[1-6]?|head|header|hr|html|legend|li|line|link|main|meta|nav|ol|optgroup|option|p|path|pattern"
    r"|polygon|polyline|rect|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)"
)
#: Tags that show nothing themselves and lead on: to the right, or to the left.
LEADS_RIGHT = re.compile(r"{%\s*(endif|endwith)\b")
LEADS_LEFT = re.compile(r"{%\s*(if|with|load)\b|{%\s*\w+ .* as \w+\s*%}")


def tokens(text: str) -> list[tuple[str, str]]:
    return [(match.lastgroup if match.lastgroup != "name" else "verbatim", match[0]) for match in TOKEN.finditer(text)]


def is_edge(kind: str, text: str) -> bool:
    """Whether white space beside this token is white space already, or shows nowhere."""
    if kind == "space":
        return True
    name = re.match(r"</?([a-zA-Z][\w-]*)", text) if kind == "tag" else None
    return bool(name and BLOCKS.fullmatch(name[1].lower()))


def may_break(parts: list[tuple[str, str]], at: int) -> bool:
    """Whether a line may be broken before ``parts[at]``."""
    left = at - 1
    while (
        left >= 0
        and parts[left][0] in {"control", "comment"}
        and (parts[left][0] == "comment" or LEADS_LEFT.match(parts[left][1]))
    ):
        left -= 1
    right = at
    while (
        right < len(parts)
        and parts[right][0] in {"control", "comment"}
        and (parts[right][0] == "comment" or LEADS_RIGHT.match(parts[right][1]))
    ):
        right += 1
    return left < 0 or right >= len(parts) or is_edge(*parts[left]) or is_edge(*parts[right])


def attributes(tag: str) -> list[str]:
    """A tag in pieces that may stand on lines of their own: its name, and each attribute, conditions whole."""
    pieces, depth = [""], 0
    for part in re.findall(r"{%.*?%}|{{.*?}}|\"(?:{%.*?%}|{{.*?}}|[^\"])*\"|'[^']*'|\s+|[^\s\"'{]+|{", tag, re.DOTALL):
        if not depth and (part.isspace() or (part.startswith("{% if") and pieces[-1].endswith(('"', "'")))):
            pieces.append("" if part.isspace() else part)
            depth += not part.isspace()
        elif part.isspace():
            pieces[-1] += " "
        else:
            depth += bool(re.match(r"{%\s*(if|for|with)\b", part)) - bool(re.match(r"{%\s*end", part))
            # White space that a condition brings along is its own.
            pieces[-1] += part
    return [piece for piece in pieces if piece]


def trimmed(message: str, width: int) -> str:
    """A ``blocktranslate`` on lines of their own; as it was where its white space is part of the message."""
    opening, body, closing = re.fullmatch(r"({%.*?%})(.*)({%\s*endblocktranslate\s*%})", message, re.DOTALL).groups()
    messages = re.split(r"{%\s*plural\s*%}", body)
    if "\n" in body or " trimmed" in opening or any(one != one.strip() or "  " in one for one in messages):
        return message
    opening = re.sub(r"^{%\s*blocktranslate\b", "{% blocktranslate trimmed", opening)
    lines = ["\n".join(_filled(one, width)) for one in messages]
    return "\n".join([opening, "\n{% plural %}\n".join(lines), closing])


def _filled(text: str, width: int) -> list[str]:
    """Lines of at most ``width``, broken at spaces outside of tags and values."""
    lines = [""]
    for word in re.findall(r"(?:{{.*?}}|<[^>]*>|\S)+", text):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def as_message(control: str) -> str:
    """A long ``translate`` as the ``blocktranslate`` of the same message; anything else as it is."""
    match = re.fullmatch(r"{%\s*translate\s+(\"[^\"]*\"|'[^']*')(?:\s+as\s+(\w+))?\s*%}", control)
    if not match or "{{" in match[1]:
        return control
    into = f" asvar {match[2]}" if match[2] else ""
    return f"{{% blocktranslate{into} %}}{match[1][1:-1]}{{% endblocktranslate %}}"


def with_names(include: str, width: int) -> str:
    """A long ``include``, its messages and values named on lines above."""
    names: list[str] = []

    def name(match: re.Match[str]) -> str:
        names.append(f"{{% translate {match[2]} as {match[1]}_text %}}")
        return f"{match[1]}={match[1]}_text"

    shorter = re.sub(r"(\w+)=_\((\"[^\"]*\"|'[^']*')\)", name, include)
    arguments = re.findall(r"(\w+)=(\w+\.[\w.]+)", shorter)
    roots = {value.split(".")[0] for _name, value in re.findall(r"(\w+)=([\w.]+)", shorter)}
    if len(shorter) > width and arguments and not roots & {one for one, _value in arguments}:
        for one, value in arguments:
            shorter = shorter.replace(f" {one}={value}", f" {one}={one}", 1)
        given = " ".join(f"{one}={value}" for one, value in arguments)
        shorter = f"{{% with {given} %}}\n{shorter}\n{{% endwith %}}"
    return "\n".join([*names, shorter])


def hoisted(message: str, text: str) -> tuple[str, str]:
    """A message that stands inline, as one that is named before, and its value; ``text`` is the whole template."""
    opening, rest = re.fullmatch(r"({%\s*blocktranslate)\b(.*)", message, re.DOTALL).groups()
    words = re.findall(
        r"[A-Za-z]{2,}", re.sub(r"{{.*?}}|{%.*?%}", "", rest.partition("%}")[2].partition("{% plural")[0])
    )
    name = "_".join([*words[:3], "text"]).lower()
    while re.search(rf"\b{name}\b", text):
        name += "_too"
    return f"{opening} asvar {name}{rest}", f"{{{{ {name} }}}}"


def wrapped(text: str, width: int) -> str:
    """The template with long lines broken; indentation is left to djlint."""
    return _broken(_with_shorter_tags(text, width), width)


def _with_shorter_tags(text: str, width: int) -> str:
    """Template tags of long lines that are long themselves are written in several."""
    parts = tokens(text)
    ends = [0]
    for _kind, part in parts:
        ends.append(ends[-1] + len(part))
    out = []
    for at, (kind, part) in enumerate(parts):
        line = text[text.rfind("\n", 0, ends[at]) + 1 : (text + "\n").index("\n", ends[at])]
        if len(line) > WIDEST_TEMPLATE_LINE:
            free = may_break(parts, at) and may_break(parts, at + 1)
            if kind == "control" and part.startswith("{% include") and len(part) > width - 20 and free:
                part = with_names(part, width)
            elif kind == "control" and len(part) > width // 2 and free:
                part = as_message(part)
            if part.startswith("{% blocktranslate"):
                # djlint puts a trimmed message on lines of its own, which would show between inline elements.
                if free:
                    part = trimmed(part, width - 20)
                elif " asvar " not in part and (before := _place_before(parts, at)) is not None:
                    named, part = hoisted(part, "".join(out) + text)
                    out[before] = f"{trimmed(named, width - 20)}\n{out[before]}"
        out.append(part)
    return "".join(out)


def _place_before(parts: list[tuple[str, str]], at: int) -> int | None:
    """The nearest place in the same branch before ``parts[at]`` at which a line may begin."""
    for place in range(at - 1, -1, -1):
        if parts[place][0] in {"control", "message"}:
            return None
        if may_break(parts, place) and parts[place][0] != "space":
            return place
    return None


def _broken(text: str, width: int) -> str:
    parts = tokens(text)
    assert "".join(part for _kind, part in parts) == text, "a token was lost"
    out: list[str] = []
    column = 0
    for at, (kind, part) in enumerate(parts):
        # How far the line goes until it may be broken again.
        reach, following = len(part.split("\n")[0]), at + 1
        while following < len(parts) and "\n" not in parts[following - 1][1] and not may_break(parts, following):
            reach += len(parts[following][1].split("\n")[0])
            following += 1
        if kind == "space" and "\n" not in part and column + reach > width:
            out.append("\n")
            column = 0
            continue
        if column and column + reach > width and kind != "space" and may_break(parts, at):
            out.append("\n")
            column = 0
        if kind == "tag" and column + len(part) > width:
            part = "\n".join(attributes(part))
        out.append(part)
        column = len(part) - part.rfind("\n") - 1 if "\n" in part else column + len(part)
    return re.sub(r"[ \t]+\n", "\n", "".join(out))


def main(paths: list[Path]) -> int:
    for path in paths:
        text = path.read_text(encoding="utf-8")
        if any(len(line) > WIDEST_TEMPLATE_LINE for line in text.splitlines()):
            path.write_text(wrapped(text, WIDEST_TEMPLATE_LINE - 20), encoding="utf-8")
    return 0


if __name__ == "__main__":
    folders = [Path(name) for name in sys.argv[1:]]
    sys.exit(main([path for folder in folders for path in sorted(folder.rglob("*.html"))]))
