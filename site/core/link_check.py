"""Links of all published pages, tried one after another: which of them lead nowhere."""

import ipaddress
import logging
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import requests
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.models import Page

from .concerns import links_of
from .models import DeadLink

logger = logging.getLogger(__name__)

#: Seconds that a server may take to answer.
PATIENCE = 10
#: A server that says so is there, and only does not want to be asked by a program.
NOT_DEAD = {401, 403, 405, 406, 429, 451, 500, 502, 503, 504}
AGENT = "Mozilla/5.0 (compatible; link check)"


def check_links() -> int:
    """Try every link of every published page and keep what is dead; gives the number."""
    tried: dict[str, str] = {}
    dead = []
    for page, words, address in _links():
        if address not in tried:
            tried[address] = _why_dead(address)
        if reason := tried[address]:
            dead.append(DeadLink(page=page, address=address[:1000], words=words.strip()[:255], reason=reason[:255]))
    with transaction.atomic():
        DeadLink.objects.all().delete()
        DeadLink.objects.bulk_create(dead)
    return len(dead)


def _links() -> Iterator[tuple[Page, str, str]]:
    """Page, words and address of each link; one to a page or document of the site is ``page:5``, ``document:7``."""
    for page in Page.objects.live().specific().iterator():
        seen = set()
        for words, attributes in links_of(page):
            kind, key = attributes.get("linktype"), attributes.get("id")
            address = f"{kind}:{key}" if kind else attributes.get("href") or ""
            if address and address not in seen:
                seen.add(address)
                yield page, words, address


def _why_dead(address: str) -> str:
    kind, _colon, key = address.partition(":")
    if kind == "page":
        found = key.isdecimal() and Page.objects.filter(pk=key, live=True).exists()
        return "" if found else _("The page is not published.")
    if kind == "document":
        found = key.isdecimal() and get_document_model().objects.filter(pk=key).exists()
        return "" if found else _("The document is gone.")
    return why_unreachable(address) if kind in ("http", "https") else ""


def why_unreachable(address: str) -> str:
    """What is wrong with an address of the web; "" when it answers. Hosts of an inner network are not asked."""
    try:
        if not _is_public(urlsplit(address).hostname or ""):
            return ""
        answer = requests.get(address, timeout=PATIENCE, stream=True, headers={"User-Agent": AGENT})
        answer.close()
    except (requests.RequestException, ValueError) as error:
        logger.info("%s: %s", address, error)
        return _("The server does not answer.")
    except OSError:
        return _("There is no such server.")
    if answer.status_code >= 400 and answer.status_code not in NOT_DEAD:
        return _("The server answers %(status)s.") % {"status": answer.status_code}
    return ""


def _is_public(host: str) -> bool:
    found = socket.getaddrinfo(host, None)
    return all(ipaddress.ip_address(one[4][0]).is_global for one in found)
