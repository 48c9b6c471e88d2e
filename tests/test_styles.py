"""Style sheets keep the rules of :mod:`tests.styles`."""

import pytest

from tests.styles import all_faults, sheets

TOKENS = "@layer base, modes;\n@layer base { :root { --ink: black; } }\n"


def test_the_project_keeps_the_rules():
    assert all_faults(sheets()) == []


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ("@layer base { a { color } }", "EOF reached"),
        ("@layer base { #menu { color: red; } }", "selects by an id"),
        ("@layer base { a { color: red; margin: 0; color: blue; } }", "color stands twice"),
        ("@layer base { a { margin: 0; } b { margin: 0; } a { padding: 0; } }", "a stands twice"),
        ("@layer base { a { color: var(--inc); } }", "nobody sets --inc"),
        ("@layer base { a { margin: calc(1px + var(--gap)); } }", "nobody sets --gap"),
        ("@layer bass { a { color: red; } }", "no layer bass"),
        ("a { color: red; }", "stands in no layer"),
        ("@media print { a { color: red; } }", "stands in no layer"),
    ],
)
def test_a_broken_rule_is_found(broken, fault):
    found = all_faults({"tokens.css": TOKENS, "news.css": broken})
    assert any(fault in one for one in found), found


def test_sound_styles_are_let_be():
    sound = """
        @font-face { font-family: "Manrope"; src: local("Manrope"); }
        @layer base {
          a { min-height: 100vh; min-height: 100dvh; background: var(--none, white); &:hover { color: var(--ink); } }
        }
        @media print { @page { margin: 0; } @layer modes { a { color: var(--w-color-text); } } }
    """
    admin = "td { margin: 0; }"
    assert all_faults({"tokens.css": TOKENS, "news.css": sound, "followup/admin.css": admin}) == []
