"""The formula guard: an apostrophe before text that a spreadsheet would run, and its removal on reading.

The characters that begin a formula are those of OWASP's page on CSV injection, their full-width forms included.
Numbers and telephone numbers begin with a sign too; they hold digits and punctuation only, cannot call anything, and
stay as they are.
"""

import re

#: White space and marks without a width, which some programs drop before they look at a cell.
_INVISIBLE = "\u00a0\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_CONTROL_STARTS = ("\t", "\r", "\n")
_SPACE = "[ \u00a0\u2009\u202f]"
_NUMBER = rf"[+-]{_SPACE}?[0-9](?:[0-9]|{_SPACE}(?=[0-9]))*(?:[.,][0-9]+)?(?:[eE][+-]?[0-9]+)?{_SPACE}?%?"
_PHONE = (
    rf"[0-9](?:[0-9().‑–-]|{_SPACE}){{4,30}}"
    rf"(?:,?{_SPACE}?(?:доб|вн|ext){_SPACE}?\.?{_SPACE}?[0-9]{{1,6}})?"
)
_PHONES = rf"\+{_PHONE}(?:{_SPACE}?[,;/]{_SPACE}?\+?{_PHONE})*"
_HARMLESS = re.compile(rf"[+-]|{_NUMBER}|{_PHONES}")


def guard(text: str) -> str:
    """Return ``text`` as a cell of CSV: with an apostrophe before it where a spreadsheet would take it for a formula.

    A text that looks guarded already gets one apostrophe more, so that :func:`unguard` gives back what was written.
    """
    return f"'{text}" if _needs_guard(text) else text


def guard_apostrophe(text: str) -> str:
    """Return ``text`` as a string cell of XLSX, which is never run.

    Only a text that looks guarded gets an apostrophe more; without it, :func:`unguard` would take the text's own away.
    """
    return f"'{text}" if text.startswith("'") and _needs_guard(text) else text


def unguard(text: str) -> str:
    """Take off the one apostrophe that :func:`guard` put before ``text``; any other apostrophe stays."""
    return text[1:] if text.startswith("'") and _needs_guard(text[1:]) else text


def _needs_guard(text: str) -> bool:
    """Whether ``text`` is run by a spreadsheet, or consists of such a text behind apostrophes."""
    bare = text.lstrip("'")
    if bare.startswith(_CONTROL_STARTS):
        return True
    seen = bare.lstrip().lstrip(_INVISIBLE).lstrip()
    return seen.startswith(_STARTS) and not _HARMLESS.fullmatch(seen)
