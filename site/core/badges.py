"""A sign and a word for a state, as ``components/badge.html`` shows them."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Badge:
    """``tone`` is "", good, warn, bad or accent; ``icon`` a name in ``static/img/icons.svg``.

    ``meaning`` is a sentence that ``components/badge_explained.html`` shows on hover, focus and tap.
    """

    label: str | Promise
    tone: str
    icon: str
    meaning: str | Promise = ""
