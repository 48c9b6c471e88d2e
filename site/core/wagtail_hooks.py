"""The foundation in the admin: vocabularies, menus, the notice of a silent worker, the second factor."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.snippets.models import register_snippet

from core.caching import declare

from . import creation, desk, draft_parents, editing, jobs, link_report, mail_report  # noqa: F401  (register hooks and periodic jobs)
from .bin import hooks as bin_hooks  # noqa: F401  (registers its hooks)
from .contacts import register_action
from .contacts.change_of_address import ChangeOfAddress
from .following import TermFollowable, register_followable
from .models import Territory, Topic, WorkerBeat
from .visibility import readable
from .vocabulary_admin import VocabularyGroup

#: Wagtail's news and its handbook: in English, on a foreign host.
ABROAD = ("whats-new", "editor-guide")


register_snippet(VocabularyGroup)
register_action(ChangeOfAddress())
register_followable(TermFollowable("topic", Topic))
register_followable(TermFollowable("territory", Territory))


@hooks.register("construct_help_menu")
def leave_out_foreign_help(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    menu_items[:] = [item for item in menu_items if not item.name.startswith(ABROAD)]


@hooks.register("construct_reports_menu")
def translations_for_translators(request: HttpRequest, menu_items: list[Any]) -> None:
    """The report of translations is for those who may have something translated."""
    if not request.user.has_perm("wagtail_localize.submit_translation"):
        menu_items[:] = [item for item in menu_items if "/localize/" not in item.url]


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
        "label": str(_("Second factor")),
        "help_text": str(_("A code from your telephone, asked after the password.")),
    }


@hooks.register("insert_global_admin_js", order=-100)
def start_widgets() -> SafeString:
    return format_html('<script src="{}"></script>', static("js/admin/calls.js"))


@hooks.register("construct_page_chooser_queryset")
def leave_out_drafts_of_others(pages: QuerySet, request: HttpRequest) -> QuerySet:
    """Choosers of pages offer what anybody may read, and what the user may work on: drafts of others are no news."""
    own = PagePermissionPolicy().instances_user_has_any_permission_for(request.user, {"add", "change", "publish"})
    return pages.filter(Q(pk__in=readable(Page.objects.all()).values("pk")) | Q(pk__in=own.values("pk")) | Q(depth=1))


# --- kept pages -----------------------------------------------------------------------------------------------------

Serve = Callable[[Page, HttpRequest, list[Any], dict[str, Any]], HttpResponse]


@hooks.register("on_serve_page", order=10)
def declare_pages_cacheable(serve: Serve) -> Serve:
    """A page is the same for everybody; :mod:`core.page_cache` leaves out what turns out to be private."""

    def declared(page: Page, request: HttpRequest, args: list[Any], kwargs: dict[str, Any]) -> HttpResponse:
        return declare(serve(page, request, args, kwargs), *getattr(page, "query_parameters", ()))

    return declared
