"""Fields that hold a page of a kind which only a room above knows: a contest's winner names a project.

The lower room's model has a plain foreign key to pages; the upper one registers its page types under a name with
``core.extensions.extend``: a function without arguments that gives the models.
"""

from typing import Any

from django.db.models import Q
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Page

from .extensions import extensions_of

#: The name under which the base of projects registers its page type.
PROJECTS = "page types of projects"


def registered_pages(name: str) -> list[type[Page]]:
    """The page types registered under ``name``; empty when no room offers any."""
    return [model for models in extensions_of(name) for model in models()]


def is_project() -> Q:
    """The condition on pages that are projects, for ``limit_choices_to``; none fits where nothing is registered."""
    found = Q(pk__in=[])
    for model in registered_pages(PROJECTS):
        found |= Q(content_type__app_label=model._meta.app_label, content_type__model=model._meta.model_name)
    return found


class ProjectChooserPanel(PageChooserPanel):
    """Wagtail's chooser of pages, narrowed to projects."""

    def get_form_options(self) -> dict[str, Any]:
        self.page_type = registered_pages(PROJECTS)
        return super().get_form_options()
