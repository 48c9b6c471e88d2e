"""Admin views: the parts of an adopted text, and the correction of a misprint in one of them."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminAutoHeightTextInput

from .corrections import Correctable, correct, correctables
from .forms import CorrectionForm
from .models import Correction, ResolutionPage


class AdoptedTextView(WagtailAdminTemplateMixin):
    """What both screens share: the resolution, and who may correct it."""

    request: HttpRequest
    kwargs: dict[str, Any]
    page_title = gettext_lazy("Misprints")
    header_icon = "resubmit"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.resolution.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def resolution(self) -> ResolutionPage:
        """The page whose words were adopted, also where a translation was asked for; it must have been published."""
        found = get_object_or_404(ResolutionPage, pk=self.kwargs["page_id"]).source
        if not found.is_locked:
            raise Http404
        return found

    def get_page_subtitle(self) -> str:
        return self.resolution.title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit = reverse("wagtailadmin_pages:edit", args=[self.resolution.pk])
        return [
            *self.breadcrumbs_items,
            {"url": edit, "label": self.resolution.title},
            {"url": "", "label": _("Misprints")},
        ]


class CorrectionsView(AdoptedTextView, TemplateView):
    """Every part of the text with a button, and what was corrected so far."""

    template_name = "resolutions/admin/corrections.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            resolution=self.resolution,
            parts=correctables(self.resolution),
            corrections=Correction.objects.of_resolution(self.resolution.translation_key),
            **kwargs,
        )


class CorrectView(AdoptedTextView, FormView):
    """One part: what it says, how it should read, why."""

    template_name = "resolutions/admin/correct.html"
    form_class = CorrectionForm

    @cached_property
    def target(self) -> Correctable:
        name, key = self.kwargs["field"], self.request.GET.get("part", "")
        for one in correctables(self.resolution):
            if one.part.field == name and one.part.key == key:
                return one
        raise Http404

    def get_form_kwargs(self) -> dict[str, Any]:
        field = self.target.field
        # An empty addressee line or place is allowed; an item without words is not.
        formfield = field.formfield(required=True)
        if type(field) is models.TextField:
            formfield.widget = AdminAutoHeightTextInput()
        return {**super().get_form_kwargs(), "field": formfield}

    def get_initial(self) -> dict[str, Any]:
        return {"now": self.target.word}

    def form_valid(self, form: CorrectionForm) -> HttpResponse:
        given = form.cleaned_data
        try:
            correct(
                self.resolution,
                self.target,
                given["now"],
                given["reason"],
                self.request.user,
                given["date"],
                given["announced"],
            )
        except ValidationError as error:
            form.add_error("now", error.messages)
            return self.form_invalid(form)
        messages.success(self.request, _("The misprint is corrected; readers see what was and what is."))
        return redirect("resolutions_admin:corrections", self.resolution.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(target=self.target, place=capfirst(self.target.place), **kwargs)
