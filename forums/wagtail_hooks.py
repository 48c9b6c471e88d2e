"""Wagtail looks for hooks here; each part of the app keeps its own."""

from forums.admin import chooser, listings  # noqa: F401
from forums.admin import hooks as forum_hooks  # noqa: F401
from forums.followup.admin import hooks as followup_hooks  # noqa: F401
from forums.followup.admin import panel as followup_panel  # noqa: F401
