"""Public views below a recommendation: the form, and the picture of a word that is shown."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from core.contacts import ask, contact_of
from core.contacts.consents import given_consents
from forums.resolutions.models import Recommendation, ResolutionPage

from .actions import Tell
from .forms import WitnessForm
from .models import Witness

#: Declarations ask for nothing: there is nothing to see.
NOTHING_TO_SEE = Recommendation.Kind.DECLARATORY


def tell(resolution: ResolutionPage, request: HttpRequest, item: str) -> HttpResponseBase:
    """The form; the answer is the same for known and unknown addresses."""
    recommendation = next((one for one in resolution.recommendations if one.slug == item), None)
    if recommendation is None or recommendation.kind == NOTHING_TO_SEE:
        raise Http404("nothing to see here")
    contact = contact_of(request)
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = WitnessForm(*given, request=request, known=contact is not None)
    if form.is_bound and form.is_valid() and form.is_accepted():
        if form.is_from_robot:
            return redirect("contacts:sent")
        witness = _store(form, recommendation)
        consents = given_consents(form.cleaned_data, processing="consent")
        return ask(request, Tell.name, {"witness": witness.pk}, form.cleaned_data.get("email", ""), consents)
    address = f"{resolution.get_url(request)}{recommendation.slug}/"
    context = {
        "recommendation": recommendation,
        "form": form,
        "contact": contact,
        "crumbs": [(resolution.title, resolution.get_url(request)), (recommendation.title, address)],
        "alternates": {},
        "meta_title": _("Done or not done?"),
    }
    response = resolution.render(request, template="witnesses/form.html", context_overrides=context)
    response.status_code = form.status if form.is_bound else 200
    add_never_cache_headers(response)
    return response


def _store(form: Any, recommendation: Recommendation) -> Witness:
    given = form.cleaned_data
    return Witness.objects.create(
        recommendation_key=recommendation.translation_key,
        seen=given["seen"],
        text=given["text"],
        picture=given["upload"],
        has_picture=bool(given["upload"]),
        language=recommendation.resolution.locale.language_code,
    )


def picture(resolution: ResolutionPage, request: HttpRequest, item: str, pk: int) -> HttpResponseBase:
    """The photograph of a word that is shown."""
    found = get_object_or_404(Witness.objects.public().filter(has_picture=True), pk=pk)
    response = HttpResponse(bytes(found.picture), content_type="image/jpeg")
    response["X-Content-Type-Options"] = "nosniff"
    return response
