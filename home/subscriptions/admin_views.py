"""The newsletter in three clicks: choose, look at the letter, send."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from core.admin_screens import heading
from core.mail import site_url

from .choices import NEWSLETTER
from .forms import NewsletterForm
from .models import Newsletter, Subscription
from .newsletters import candidates, letter_context, send, suggested_subject
from .permissions import SEND

PER_PAGE = 20
senders_only = permission_required(SEND, raise_exception=True)


def _show(request: HttpRequest, template: str, title: str, status: int = 200, **context: Any) -> HttpResponse:
    above = heading(title, "mail", _("Newsletter"), reverse("subscriptions_admin:newsletters"))
    return render(request, f"subscriptions/admin/{template}", above | context, status=status)


@senders_only
@require_safe
def newsletters(request: HttpRequest) -> HttpResponse:
    """Drafts and what was sent, the newest first; how many get it."""
    rows = Newsletter.objects.select_related("created_by").defer("items").order_by("-pk")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
    readers = Subscription.objects.filter(kind=NEWSLETTER).count()
    return _show(request, "newsletters.html", _("Newsletter"), page_obj=page, readers=readers)


@senders_only
def choose(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """First click: which news of the week go into it. A draft can be chosen anew."""
    draft = get_object_or_404(Newsletter, pk=pk, sent_at=None) if pk else Newsletter(language="ru")
    with translation.override(draft.language):
        offered = candidates(draft.language)
        draft.subject = draft.subject or suggested_subject()
    known = {item["page"] for item in offered}
    offered += [item for item in draft.items if item["page"] not in known]
    form = NewsletterForm(request.POST or None, instance=draft, candidates=offered)
    if request.method == "POST" and form.is_valid():
        form.instance.created_by = form.instance.created_by or request.user
        return redirect("subscriptions_admin:preview", form.save().pk)
    status = 422 if request.method == "POST" else 200
    return _show(request, "choose.html", _("What goes into the letter"), status, form=form, offered=offered)


@senders_only
@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Second click: the letter as it will come, and the button that sends it."""
    found = get_object_or_404(Newsletter, pk=pk)
    readers = Subscription.objects.filter(kind=NEWSLETTER, language=found.language).count()
    context = letter_context(found, site_url())
    return _show(request, "preview.html", found.subject, readers=readers, **context)


@senders_only
@require_POST
def send_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Third click."""
    found = get_object_or_404(Newsletter, pk=pk)
    if send(found):
        messages.success(request, _("The newsletter is in the archive; its letters are being written."))
    else:
        messages.warning(request, _("It was sent already; nobody gets it twice."))
    return redirect("subscriptions_admin:newsletters")


@senders_only
@require_POST
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft that is not wanted. What was sent stays."""
    get_object_or_404(Newsletter, pk=pk, sent_at=None).delete()
    return redirect("subscriptions_admin:newsletters")
