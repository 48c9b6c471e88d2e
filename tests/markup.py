"""HTML as a browser takes it: line breaks of the templates' formatting do not count."""

import re


def one_line(markup: str) -> str:
    """``markup`` with single spaces, and none at the beginning or end of an element."""
    single = re.sub(r"[ \t\r\n]+", " ", markup)
    return re.sub(r" (?=</|>)|(?<=>) ", "", single)
