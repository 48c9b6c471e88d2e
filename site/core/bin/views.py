"""Admin views of the bin: what is in it, and the way back."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from core.models import BinnedPage

from . import put_back


def may_put_back(user: Any, entry: BinnedPage) -> bool:
    """Whoever may add pages where it stood, and publish if it was published."""
    if entry.parent is None:
        return False
    allowed = entry.parent.permissions_for_user(user)
    return allowed.can_add_subpage() and (not entry.published or allowed.can_publish_subpage())


def may_see_bin(user: Any) -> bool:
    return PagePermissionPolicy(Page).user_has_any_permission(user, {"add", "change", "publish"})


class BinView(WagtailAdminTemplateMixin, TemplateView):
    """The deleted pages that the user may have back."""

    template_name = "core/admin/bin.html"
    page_title = gettext_lazy("Bin")
    header_icon = "bin"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_see_bin(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": _("Bin")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        entries = BinnedPage.objects.select_related("page", "parent", "deleted_by")
        own = [entry for entry in entries if may_put_back(self.request.user, entry)]
        return super().get_context_data(entries=own, **kwargs)


@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Put one page back."""
    entry = get_object_or_404(BinnedPage, pk=pk)
    if not may_put_back(request.user, entry):
        raise PermissionDenied
    page = put_back(entry)
    edit = messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Open"))
    messages.success(request, _("“%(title)s” is back where it was.") % {"title": page.title}, buttons=[edit])
    return redirect("wagtailadmin_explore", page.get_parent().pk)
