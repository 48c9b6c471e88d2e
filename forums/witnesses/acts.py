"""What can happen to a resident's word: received, shown or not, answered. Each writes to those concerned."""

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from core.mail import site_url, write_letter
from core.models import Contact
from forums.followup.models import Assignment
from forums.followup.permissions import PUBLISH_REPORTS
from forums.followup.subjects import Subject, find_subject

from .choices import Status
from .models import Witness


def receive(witness: Witness, author: Contact) -> None:
    """The author has confirmed the address: the editors and the responsible body are told."""
    witness.author, witness.received_at, witness.status = author, timezone.now(), Status.RECEIVED
    witness.save(update_fields=["author", "received_at", "status"])
    subject = find_subject(witness.recommendation_key)
    for email in recipients(witness):
        write_letter(
            email,
            f"witnesses.received:{witness.pk}",
            gettext_lazy("A resident writes about a recommendation"),
            "witnesses/mail/received",
            {"witness": witness, "seen": witness.get_seen_display(), "where": _where(subject), "queue": queue_url()},
        )


def recipients(witness: Witness) -> list[str]:
    """Editors of the follow-up, and the contact of the body that is responsible today; each address once."""
    users = get_user_model().objects.with_perm(
        PUBLISH_REPORTS, include_superusers=False, backend="django.contrib.auth.backends.ModelBackend"
    )
    found = [user.email for user in users if user.is_active and user.email]
    duty = Assignment.objects.about(witness.recommendation_key).up_to(timezone.localdate()).last()
    if duty and duty.contact_email:
        found.append(duty.contact_email)
    return list(dict.fromkeys(email.lower() for email in found))


def publish(witness: Witness) -> bool:
    """Show it to everybody; False when it was decided on already."""
    waiting = Witness.objects.filter(pk=witness.pk, status=Status.RECEIVED)
    if not waiting.update(status=Status.PUBLISHED, published_at=timezone.now()):
        return False
    _write_to_author(witness, "published", gettext_lazy("What you have written is on the site"))
    return True


def decline(witness: Witness, reason: str) -> bool:
    """Show it to nobody, and say why; the picture goes at once."""
    waiting = Witness.objects.filter(pk=witness.pk, status=Status.RECEIVED)
    if not waiting.update(status=Status.DECLINED, reason=reason, picture=b"", has_picture=False):
        return False
    witness.reason = reason
    _write_to_author(witness, "declined", gettext_lazy("What you have written is not shown"))
    return True


def answer(witness: Witness, words: str, who: str) -> None:
    """The body's answer stands below the resident's words; put right, it is not sent anew."""
    is_first = witness.answered_at is None
    witness.answer, witness.answered_by = words, who
    witness.answered_at = witness.answered_at or timezone.now()
    witness.save(update_fields=["answer", "answered_by", "answered_at"])
    if is_first:
        _write_to_author(witness, "answered", gettext_lazy("You have an answer"))


def _write_to_author(witness: Witness, what: str, subject: object) -> None:
    if witness.author is None:
        return
    found = find_subject(witness.recommendation_key)
    write_letter(
        witness.author.email,
        f"witnesses.{what}:{witness.pk}",
        subject,  # type: ignore[arg-type]
        f"witnesses/mail/{what}",
        {"witness": witness, "where": _where(found), "url": found.full_url if found else ""},
        language=witness.author.language,
    )


def _where(subject: Subject | None) -> str:
    return subject.label(200) if subject else ""


def queue_url() -> str:
    return site_url(reverse("witnesses_admin:queue"))
