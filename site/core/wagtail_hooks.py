"""The foundation in the admin: periodic jobs, the notice of a silent worker, the second factor, widgets' scripts."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.ui.components import Component

from .models import PendingUpload, WorkerBeat
from .periodic import periodic_job


@periodic_job("publish_scheduled", every=dt.timedelta(minutes=1))
def publish_scheduled() -> None:
    """Publish pages whose time has come, take down those whose time is over."""
    call_command("publish_scheduled", verbosity=0)


@periodic_job("purge", at=dt.time(3))
def purge() -> None:
    """Delete what nobody needs any more: old reviews of uploads, sessions, results of tasks."""
    PendingUpload.objects.purge()
    call_command("clearsessions")
    call_command("prune_db_task_results", min_age_days=7, verbosity=0)


@periodic_job("backup", at=dt.time(4))
def backup() -> None:
    """A backup each night, where ``BACKUP_DIR`` names a place."""
    if settings.BACKUP_NIGHTLY:
        call_command("backup", verbosity=0)


@periodic_job("purge_sign_ins", at=dt.time(3, 30))
def purge_sign_ins() -> None:
    """Delete what is known of sign-ins, right and wrong, after 90 days: names and addresses are personal data."""
    call_command("axes_reset_logs", age=90, verbosity=0)


class WorkerNotice(Component):
    """Tells editors that nobody publishes what they scheduled."""

    name = "worker"
    template_name = "core/admin/worker_notice.html"
    order = 10

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"last": WorkerBeat.objects.last_heard()}


@hooks.register("construct_homepage_panels")
def warn_of_silent_worker(request: Any, panels: list[Component]) -> None:
    if WorkerBeat.objects.are_silent():
        panels.insert(0, WorkerNotice())


# --- the second factor, and scripts under a strict policy -------------------------------------------------------


@hooks.register("register_admin_urls")
def second_factor_urls() -> list[URLResolver]:
    return [path("second-factor/", include("core.accounts.urls"))]


@hooks.register("register_account_menu_item")
def second_factor_menu_item(request: HttpRequest) -> dict[str, str]:
    return {
        "url": reverse("second_factor:index"),
        "label": _("Second factor"),
        "help_text": _("A code from your telephone, asked after the password."),
    }


@hooks.register("insert_global_admin_js", order=-100)
def start_widgets() -> SafeString:
    return format_html('<script src="{}"></script>', static("js/admin/calls.js"))
