"""Check-ins as a browser sends them, some at once when the connection is back: each key counts once."""

import datetime as dt
import uuid
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from .acts import check_in, walk_in
from .admin_forms import WalkInForm
from .models import Registration, RegistrationPeriod

#: A browser sends the rest with its next request.
MOST_AT_ONCE = 200


@dataclass
class Taken:
    """The keys that the browser may forget; of the refused ones, why."""

    done: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)


def take(period: RegistrationPeriod, entries: list[Any], by: Any) -> Taken:
    """Do what ``entries`` say; one that makes no sense is refused with a sentence and holds up no other."""
    taken = Taken()
    for entry in entries[:MOST_AT_ONCE]:
        key = _key(entry)
        if key is None:
            continue  # nothing that one of our pages has made
        problem = _take_one(period, entry, key, by)
        if problem:
            taken.refused[str(entry["key"])] = problem
        else:
            taken.done.append(str(entry["key"]))
    return taken


def _take_one(period: RegistrationPeriod, entry: dict[str, Any], key: uuid.UUID, by: Any) -> str:
    """Do one entry; the sentence that says why not, or nothing."""
    at = _moment(entry.get("at"))
    if entry.get("kind") == "walk_in":
        form = WalkInForm(entry, period=period)
        if not form.is_valid():
            return _("Somebody without a name, or of a section that is not there: add them anew.")
        data = form.cleaned_data
        walk_in(data["section"], data["name"], data["party_size"], key, at, by)
        return ""
    number = entry.get("registration")
    found = Registration.objects.of(period).placed().filter(pk=number).first() if _is_key(number) else None
    if found is None:
        return _("A registration that is no longer there: look the person up again.")
    check_in(found, key, at, is_here=entry.get("kind") != "undo", by=by)
    return ""


def _is_key(number: Any) -> bool:
    return isinstance(number, int) and 0 < number < 2**63


def _key(entry: Any) -> uuid.UUID | None:
    try:
        return uuid.UUID(str(entry["key"])) if isinstance(entry, dict) else None
    except (KeyError, ValueError):
        return None


def _moment(said: Any) -> dt.datetime:
    """When it happened by the browser's clock; now where that says nothing."""
    try:
        moment = parse_datetime(said) if isinstance(said, str) else None
    except ValueError:
        moment = None
    return moment if moment and timezone.is_aware(moment) else timezone.now()
