from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProjectsConfig(AppConfig):
    """Councils, good practices, social projects, contests."""

    default_auto_field = "django.db.models.BigAutoField"
    name = "projects"
    verbose_name = _("Between forums")

    def ready(self) -> None:
        from core.searching import register_kind

        from . import evidence

        register_kind("council", _("Council"), _("Councils"))
        register_kind("practice", _("Practice"), _("Practices"))
        register_kind("project", _("Project"), _("Projects"))
        register_kind("contest", _("Contest"), _("Contests"))
        evidence.register()
