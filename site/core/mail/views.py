"""Refusing a mailing: a page with a button, and the mail programs' own button (RFC 8058)."""

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from .refusals import read_token, refuse_mailing


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """GET changes nothing; POST refuses, from the page's button or from a mail program. The link says who and what."""
    try:
        recipient, mailing = read_token(token)
    except signing.BadSignature:
        raise Http404("not a link of ours") from None
    done = request.method == "POST"
    if done:
        refuse_mailing(recipient, mailing)
    response = render(request, "core/mail/unsubscribe.html", {"recipient": recipient, "done": done})
    add_never_cache_headers(response)
    return response
