"""Hooks of this app; each module registers its own when imported."""

from .admin import contests, councils, projects  # noqa: F401
