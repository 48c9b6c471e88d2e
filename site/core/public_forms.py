"""Protection of forms that anybody may send, without foreign services and without a script in the browser.

A form derives from :class:`ProtectedForm` beside ``forms.Form`` or ``forms.ModelForm``; its template shows
``core/components/protection.html``; its view asks ``form.is_valid() and form.is_accepted()``. What a person could have
done as well as a robot is shown again with words, never thrown away.
"""

import datetime as dt
import hashlib
import hmac
import ipaddress
import secrets
from typing import Any

from django import forms
from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import FormUse

#: Nobody reads, fills in and sends a form in less.
SHORTEST = dt.timedelta(seconds=2)
#: How long a form may stay open before it is sent.
LONGEST = dt.timedelta(hours=12)
WINDOW = dt.timedelta(hours=1)
#: For rows that serve as locks.
NEVER = dt.datetime(9999, 1, 1, tzinfo=dt.UTC)
SALT = "core.public_forms"


def visitor_address(request: HttpRequest) -> str:
    """The visitor's network address, as the proxy in front reports it where there is one.

    ``CLIENT_ADDRESS_HEADER`` names the header that the proxy sets; of a list the last entry counts, which the
    proxy itself has added: the others are whatever the visitor sent.
    """
    reported = request.headers.get(settings.CLIENT_ADDRESS_HEADER, "") if settings.CLIENT_ADDRESS_HEADER else ""
    return reported.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def networks_of(address: str) -> tuple[str, str]:
    """The visitor's own network and the one around it: /32 and /24, in IPv6 /64 and /48."""
    try:
        number = ipaddress.ip_address(address)
    except ValueError:
        return address, address
    lengths = (32, 24) if number.version == 4 else (64, 48)
    own, around = (ipaddress.ip_network(f"{number}/{length}", strict=False) for length in lengths)
    return str(own), str(around)


def digest(*parts: str) -> str:
    """A keyed digest: the database says nothing of who sent what from where."""
    return hmac.new(settings.SECRET_KEY.encode(), "\0".join(parts).encode(), hashlib.sha256).hexdigest()


def make_stamp(form_name: str, moment: dt.datetime | None = None) -> str:
    """A signed mark of when a form was shown, good for one sending."""
    shown_at = int((moment or timezone.now()).timestamp())
    return signing.dumps([form_name, shown_at, secrets.token_hex(8)], salt=SALT)


class ProtectedForm:
    """What a public form has beside its own fields: a trap, a signed stamp, limits by address and by network."""

    #: Limits are counted for each name of a form on its own.
    form_name = "form"
    limit_per_address = 10
    limit_per_network = 60
    fields: dict[str, Any]
    data: Any
    #: The status of an answer that shows the form again.
    status = 422

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.request = request
        trap = forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"})
        self.fields["website"] = forms.CharField(label=_("Leave this field empty"), required=False, widget=trap)
        self.fields["stamp"] = forms.CharField(
            required=False, widget=forms.HiddenInput, initial=lambda: make_stamp(self.form_name)
        )

    @property
    def is_from_robot(self) -> bool:
        """Whether the trap was filled in: people do not see it. Thank the sender and keep nothing."""
        return bool(self.cleaned_data.get("website"))  # type: ignore[attr-defined]

    def clean(self) -> Any:
        cleaned = super().clean()  # type: ignore[misc]
        if not self.is_from_robot and (problem := self._problem_of_stamp()):
            self._show_again(problem)
        return cleaned

    def is_accepted(self) -> bool:
        """Count a valid form; False, with an error to show, when it was sent before or too many were."""
        if self.is_from_robot:
            return True
        own, around = networks_of(visitor_address(self.request))
        limits = ((own, self.limit_per_address), (around, self.limit_per_network))
        if not all(FormUse.take(digest(self.form_name, network), limit, WINDOW) for network, limit in limits):
            self.status = 429
            self._show_again(_("Too many messages in an hour from where you are. Send it again later, or call us."))
            return False
        shown_at = self._read_stamp()
        if not FormUse.take_once(digest("stamp", self.data["stamp"]), shown_at + LONGEST):
            self._show_again(_("This form has been sent already. To send it once more, press the button again."))
            return False
        return True

    def _read_stamp(self) -> dt.datetime:
        """When the form was shown. Raises ``signing.BadSignature`` for a stamp that is not this form's."""
        name, shown_at, _nonce = signing.loads(self.data.get("stamp", ""), salt=SALT)
        if name != self.form_name:
            raise signing.BadSignature(name)
        return dt.datetime.fromtimestamp(shown_at, tz=dt.UTC)

    def _problem_of_stamp(self) -> Any:
        try:
            age = timezone.now() - self._read_stamp()
        except signing.BadSignature:
            return _("The form was open for too long. Look it through and press the button again.")
        if age > LONGEST:
            return _("The form was open for too long. Look it through and press the button again.")
        if age < SHORTEST:
            return _("That was very quick. Look it through and press the button again.")
        return None

    def _show_again(self, problem: Any) -> None:
        """Show what was typed with ``problem`` above, and with a stamp that the next sending may use."""
        self.add_error(None, problem)  # type: ignore[attr-defined]
        shown = timezone.now() - SHORTEST
        self.data = self.data.copy()
        self.data["stamp"] = make_stamp(self.form_name, shown)
