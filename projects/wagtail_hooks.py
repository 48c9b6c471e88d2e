"""Hooks of this app; each module registers its own when imported."""

from .admin import councils  # noqa: F401
