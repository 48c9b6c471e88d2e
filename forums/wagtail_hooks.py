"""Wagtail looks for hooks here; each part of the app keeps its own."""

from forums.followup.admin import hooks as followup_hooks  # noqa: F401
