"""The page behind the link in a letter."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from core.caching import private

from .report_form import ReportForm
from .report_links import LinkRefused, open_link


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, token: str) -> HttpResponse:
    """The form, or what waits for approval. Scanners of mail open links, so GET changes nothing.

    The address of the page is the secret; a token against forged requests would only ask for a cookie.
    """
    try:
        link = open_link(token)
    except LinkRefused as refused:
        return private(
            render(request, "followup/link_refused.html", {"why": refused.why.name}, status=refused.why.value)
        )
    context = {"subject": link.dossier.subject, "dossier": link.dossier, "state": link.dossier.standing}
    if link.waiting:
        return private(render(request, "followup/report_sent.html", {**context, "report": link.waiting}))
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ReportForm(*given, request=request, link=link)
    if form.is_bound and form.is_valid() and form.is_accepted():
        if not form.is_from_robot:
            form.send()
        return private(redirect(request.path))
    status = form.status if form.is_bound else 200
    return private(render(request, "followup/report_form.html", {**context, "form": form}, status=status))
