"""Chromium understands every declaration of the style sheets."""

import tinycss2

from tests.styles import declarations, sheets

#: Spoken by other browsers only.
OF_OTHERS = {"-webkit-box-decoration-break", "-moz-osx-font-smoothing", "text-size-adjust", "-webkit-text-size-adjust"}


def test_no_declaration_is_dropped(page):
    asked = [
        [name, one.name, tinycss2.serialize(one.value).strip()]
        for name, text in sheets().items()
        for one in declarations(text)
        if one.name not in OF_OTHERS
    ]
    assert len(asked) > 1000
    dropped = page.evaluate("asked => asked.filter(([, name, value]) => !CSS.supports(name, value))", asked)
    assert dropped == []
