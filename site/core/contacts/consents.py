"""Consents, each apart from the others: to what, in which words, when and how (152-FZ, article 9)."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.dispatch import Signal
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from core.caching import remember
from core.models import Consent, Contact, SiteSettings

#: Sent with ``contact`` and ``kind`` when somebody takes a consent back.
consent_withdrawn = Signal()


@dataclass(frozen=True)
class ConsentText:
    """A version of the words. Whoever changes the words changes the version: consents given before keep theirs."""

    version: str
    label: str | Promise
    text: str | Promise
    refusal: str | Promise


CONSENTS = {
    Consent.Kind.PROCESSING: ConsentText(
        version="2026-11",
        label=_("I consent to the processing of my personal data"),
        text=_(
            "I let %(operator)s process my e-mail address, and my name where I give it, in order to accept what I send "
            "through this site, to answer me and to count it once; by storing, using and erasing it. The consent holds "
            "until I take it back on “My page” or by letter; then the data are erased."
        ),
        refusal=_("Without your consent the law does not let us accept it (152-FZ)."),
    ),
    Consent.Kind.MAILING: ConsentText(
        version="2026-11",
        label=_("I consent to getting letters about what I follow"),
        text=_(
            "I let %(operator)s send to my e-mail address the letters that I choose on this site. Each letter has a "
            "link that stops them; the consent can be taken back on “My page” as well."
        ),
        refusal=_("Without your consent the law does not let us send these letters."),
    ),
    Consent.Kind.NAME: ConsentText(
        version="2026-11",
        label=_("Publish my name"),
        text=_(
            "I let %(operator)s publish the name that I have given beside what I send, for everybody to read. I may "
            "take this back on “My page” at any time; then the name is removed."
        ),
        refusal=_("Without your consent the name is not published."),
    ),
    # What somebody needs may tell of their health: article 10 asks for a consent of its own.
    Consent.Kind.NEEDS: ConsentText(
        version="2026-12",
        label=_("I consent to the processing of what I need to take part"),
        text=_(
            "I let %(operator)s process what I write about my needs, which may tell of my health, in order to prepare "
            "the place and to meet me; by storing, using and erasing it. I may take this back on “My page” at any "
            "time; then it is erased, and my place stays."
        ),
        refusal=_("Tick the consent below what you need, or leave that field empty: it may tell of your health."),
    ),
}


def consent_text(kind: str) -> str:
    """The words of a consent in the active language, with the operator's name."""
    operator = remember("settings of the default site", SiteSettings.of_default_site).display_operator
    return str(CONSENTS[Consent.Kind(kind)].text) % {"operator": operator or _("the administration")}


def consent_field(kind: str, required: bool = True) -> forms.BooleanField:
    """A checkbox for one consent; ``core/components/consent.html`` shows it with the words."""
    words = CONSENTS[Consent.Kind(kind)]
    field = forms.BooleanField(label=words.label, required=required, error_messages={"required": words.refusal})
    field.consent_kind = kind
    return field


def given_consents(cleaned_data: dict[str, Any], **fields: str) -> list[str]:
    """The kinds whose field was ticked: ``given_consents(data, processing="consent", name="show_name")``."""
    return [kind for kind, field in fields.items() if cleaned_data.get(field)]


def give_consent(contact: Contact, kind: str, how: str) -> Consent:
    """Keep that ``contact`` has consented, in the words of today; ``how`` says by what deed."""
    words = CONSENTS[Consent.Kind(kind)]
    consent, _created = Consent.objects.get_or_create(
        contact=contact,
        kind=kind,
        version=words.version,
        withdrawn_at=None,
        defaults={"text": consent_text(kind), "given_by": how[:255]},
    )
    return consent


def has_consent(contact: Contact, kind: str) -> bool:
    """Whether a consent of that kind holds."""
    return Consent.objects.filter(contact=contact, kind=kind, withdrawn_at=None).exists()


def withdraw_consent(contact: Contact, kind: str) -> None:
    """Take a consent back; rooms listen to :data:`consent_withdrawn`."""
    held = Consent.objects.filter(contact=contact, kind=kind, withdrawn_at=None)
    if held.update(withdrawn_at=timezone.now()):
        consent_withdrawn.send(sender=Consent, contact=contact, kind=kind)
