"""Wagtail looks for hooks here; the chooser registers its own."""

from . import chooser  # noqa: F401
