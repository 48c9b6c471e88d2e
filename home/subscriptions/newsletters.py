"""The newsletter of the week: what is offered to the editor, its letters, and going on where the sending broke off."""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from core.following import Followable, Keys, Thing
from core.mail import site_url, write_letter
from core.models import Contact, Letter
from core.text import plain_text
from core.visibility import readable
from home.events.models import EventPage
from home.news.models import NewsPage
from projects.contests.models import ContestPage
from projects.practices.models import PracticePage
from projects.social.models import ProjectPage
from russian.dates import long_date

from .choices import NEWSLETTER, NEWSLETTERS
from .models import Newsletter, Subscription

#: How far back the news of a week go, and how many lines of a kind are offered.
WEEK = dt.timedelta(days=7)
MOST_OF_A_KIND = 20
#: Contacts that are written to in one go.
CONTACTS = 200
#: What is offered, in the order of the letter.
SOURCES: tuple[type[Page], ...] = (NewsPage, ContestPage, EventPage, ProjectPage, PracticePage)


class NewsletterFollowable(Followable):
    """The newsletter; its one key is empty."""

    kind = NEWSLETTER
    label = gettext_lazy("newsletter")

    def things(self, keys: Keys, language: str) -> dict[str, Thing]:
        with translation.override(language):
            return {"": Thing(_("Newsletter of the week"), archive_path())} if "" in keys else {}


def archive_path() -> str:
    """Where past newsletters stand, in the active language."""
    return reverse("subscriptions:archive")


def candidates(language: str, now: dt.datetime | None = None) -> list[dict[str, Any]]:
    """What was published in the last week, as items of a newsletter."""
    until = now or timezone.now()
    return [_item(page) for model in SOURCES for page in _published(model, language, until)]


def _published(model: Any, language: str, until: dt.datetime) -> QuerySet:
    week = (until - WEEK, until)
    found = readable(model.objects.filter(locale__language_code=language, first_published_at__range=week))
    return found.select_related("locale").order_by("-first_published_at")[:MOST_OF_A_KIND]


def _item(page: Any) -> dict[str, Any]:
    kind = page.search_kind
    return {
        "page": page.pk,
        "label": str(kind.plural),
        "title": page.title,
        "text": Truncator(" ".join(plain_text(page.lead).split())).chars(300),
        "url": page.url or "",
    }


def suggested_subject(now: dt.datetime | None = None) -> str:
    """«Новости недели, 30 ноября 2026 года»."""
    return _("News of the week, %(day)s") % {"day": long_date(timezone.localdate(now or timezone.now()))}


def send(newsletter: Newsletter) -> bool:
    """Put a newsletter into the archive and let the worker write its letters; False when it was sent already."""
    draft = Newsletter.objects.filter(pk=newsletter.pk, sent_at=None)
    return bool(draft.update(sent_at=timezone.now()))


def deliver_newsletters() -> int:
    """Write what was sent to everybody who asked for it; give the number of letters."""
    return sum(_deliver(newsletter) for newsletter in Newsletter.objects.undelivered())


def _deliver(newsletter: Newsletter) -> int:
    root, written = site_url(), 0
    context = letter_context(newsletter, root)
    for contacts in _runs(newsletter):
        for contact in contacts:
            letter = write_letter(
                contact.email,
                f"subscriptions.newsletter:{newsletter.pk}",
                newsletter.subject,
                "subscriptions/mail/newsletter",
                context,
                kind=Letter.Kind.MAILING,
                mailing=NEWSLETTERS,
                language=newsletter.language,
            )
            written += letter is not None
        Newsletter.objects.filter(pk=newsletter.pk).update(last_contact=contacts[-1].pk)
    Newsletter.objects.filter(pk=newsletter.pk).update(delivered_at=timezone.now())
    return written


def letter_context(newsletter: Newsletter, root: str) -> dict[str, Any]:
    """What the letter's templates find."""
    groups = [
        (label, [item | {"address": urljoin(root, item["url"])} for item in items])
        for label, items in newsletter.groups
    ]
    return {"newsletter": newsletter, "groups": groups, "url": urljoin(root, newsletter.url)}


def _runs(newsletter: Newsletter) -> Iterator[list[Contact]]:
    """Those who asked for the newsletter in its language before it was sent, behind the last one written to."""
    last = newsletter.last_contact
    asked = Subscription.objects.to_newsletter().filter(
        language=newsletter.language, created_at__lte=newsletter.sent_at
    )
    people = Contact.objects.filter(pk__in=asked.values("contact")).order_by("pk")
    while contacts := list(people.filter(pk__gt=last)[:CONTACTS]):
        yield contacts
        last = contacts[-1].pk
