"""Matches for pages of the site: which open recommendations a page may be evidence for, and what is made of it."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.text import Truncator
from wagtail.models import Page, get_page_models

from core.embeddings import Encoder, Role, encoder
from core.models import BasePage
from core.text import plain_text
from forums.followup.choices import OUTCOMES_OF_KIND, Status
from forums.followup.dossiers import Dossier, load_dossiers
from forums.followup.models import Evidence, ProgressReport
from forums.followup.permissions import User, own_keys
from forums.followup.subjects import Subject, load_subjects, repeated_by

from .models import Decision
from .scoring import Asked, Scorer, Suggestion, Told

#: Recommendations in these states wait for no news.
CLOSED = frozenset({Status.DONE, Status.DECLINED, Status.NOT_NEEDED})
#: News say at the beginning what they are about.
LONGEST_TEXT = 2_500
#: An editor is asked only what is rather likely: so sure, and for more than one word where words are all there is.
LIKELY = 0.69
FEWEST_WORDS = 2
#: The latest decisions on a recommendation from which is learnt.
LEARNT_FROM = 10
_MONTH = 30 * 24 * 3600


@dataclass(frozen=True)
class Match:
    """A page that may be evidence for a recommendation."""

    page: Page
    subject: Subject
    suggestion: Suggestion

    @property
    def because(self) -> str:
        """The matching words, for a sentence."""
        return ", ".join(f"«{word}»" for word in self.suggestion.because)


class RememberingEncoder:
    """Asks the encoder only for what the cache does not hold."""

    def __init__(self, source: Encoder) -> None:
        self.source = source
        self.name = source.name

    def encode(self, texts: Sequence[str], role: Role = "passage") -> np.ndarray | None:
        keys = [self._key(text, role) for text in texts]
        known = cache.get_many(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing:
            made = self.source.encode(list(missing.values()), role)
            if made is None:
                return None
            fresh = dict(zip(missing, made, strict=True))
            cache.set_many(fresh, _MONTH)
            known |= fresh
        return np.stack([known[key] for key in keys]) if keys else np.empty((0, 0), np.float32)

    def _key(self, text: str, role: Role) -> str:
        told = "\n".join((self.name, role, text))
        return f"suggestions:{hashlib.sha256(told.encode()).hexdigest()}"


# --- what is read of the site ---------------------------------------------------------------------------------------


def evidence_models() -> list[type[BasePage]]:
    """Types of pages that tell of something done."""
    return [model for model in get_page_models() if getattr(model, "may_be_evidence", False)]


def told_by(page: BasePage) -> Told:
    """What a page tells, and when: not later than today."""
    attributes = page.get_search_attributes()
    day = attributes.get("date") or timezone.localdate()
    text = "\n".join(filter(None, (plain_text(page.lead), BasePage.get_search_text(page))))
    return Told(
        page.title,
        text[:LONGEST_TEXT],
        topics=frozenset(key for key, _title in attributes.get("topics", ())),
        addressees=frozenset(key for key, _title in attributes.get("addressees", ())),
        date=min(day, timezone.localdate()),
    )


def pages_of_the_year() -> list[tuple[int, type[BasePage]]]:
    """Live pages first published within a year that may be evidence, in the main language, the latest first."""
    since = timezone.now() - dt.timedelta(days=365)
    found = []
    for model in evidence_models():
        rows = model.objects.live().filter(
            locale__language_code=settings.LANGUAGE_CODE, first_published_at__gte=since
        )  # fmt: skip
        found += [(moment, pk, model) for pk, moment in rows.values_list("pk", "first_published_at")]
    return [(pk, model) for _moment, pk, model in sorted(found, key=lambda row: row[:2], reverse=True)]


def load_pages(places: Iterable[tuple[int, type[BasePage]]]) -> list[BasePage]:
    """The pages at ``places``, in their order, in a constant number of queries for each type."""
    places = list(places)
    by_model: dict[type[BasePage], list[int]] = defaultdict(list)
    for pk, model in places:
        by_model[model].append(pk)
    loaded: dict[int, BasePage] = {}
    for model, keys in by_model.items():
        pages = list(model.objects.filter(pk__in=keys))
        names = [name for name in ("topics", "territory") if hasattr(model, name)]
        prefetch_related_objects(pages, *names)
        loaded |= {page.pk: page for page in pages}
    return [loaded[pk] for pk, _model in places if pk in loaded]


@dataclass(frozen=True)
class Open:
    """Open recommendations by key, with the scorer that knows them and what was decided on them."""

    subjects: dict[UUID, Subject]
    scorer: Scorer
    decided: frozenset[tuple[UUID, UUID]]

    def match(self, pages: Sequence[BasePage]) -> list[list[Match]]:
        """For each page at most three matches, best first, without those that were decided on."""
        told = [told_by(page) for page in pages]
        left_out = [self._left_out(page) for page in pages]
        found = self.scorer.suggest(told, left_out)
        return [
            [Match(page, self.subjects[UUID(one.key)], one) for one in suggestions if self._is_likely(one)]
            for page, suggestions in zip(pages, found, strict=True)
        ]

    def _is_likely(self, suggestion: Suggestion) -> bool:
        spoken = len(suggestion.because) >= FEWEST_WORDS or self.scorer.encoder is not None
        return suggestion.score >= LIKELY and spoken

    def _left_out(self, page: Page) -> frozenset[str]:
        return frozenset(str(key) for key in self.subjects if (page.translation_key, key) in self.decided)


def is_open(dossier: Dossier) -> bool:
    """Whether news of the recommendation are waited for."""
    return dossier.status not in CLOSED


def load_open(user: User, *, with_vectors: bool = True) -> Open:
    """The user's open recommendations; of those that were asked for again, the latest."""
    today = timezone.localdate()
    subjects = load_subjects(keys=own_keys(user), private=True)
    again = repeated_by(subjects, today)
    subjects = [subject for subject in subjects if subject.key not in again]
    return make_open([dossier.subject for dossier in load_dossiers(subjects, today) if is_open(dossier)], with_vectors)


def make_open(subjects: Sequence[Subject], with_vectors: bool) -> Open:
    """These recommendations, ready to be proposed."""
    keys = {subject.key for subject in subjects}
    decisions = list(Decision.objects.filter(recommendation_key__in=keys).order_by("-decided_at"))
    used = Evidence.objects.filter(page__isnull=False, report__recommendation_key__in=keys)
    decided = {(decision.page_key, decision.recommendation_key) for decision in decisions}
    decided |= set(used.values_list("page__translation_key", "report__recommendation_key"))
    source = encoder() if with_vectors else None
    asked = [_asked(subject, decisions) for subject in subjects]
    scorer = Scorer(asked, RememberingEncoder(source) if source else None)
    return Open({subject.key: subject for subject in subjects}, scorer, frozenset(decided))


def _asked(subject: Subject, decisions: Sequence[Decision]) -> Asked:
    own = [decision for decision in decisions if decision.recommendation_key == subject.key][:LEARNT_FROM]
    return Asked(
        str(subject.key),
        subject.text,
        subject.kind,
        subject.addressee,
        topics=frozenset(str(topic.translation_key) for topic in subject.topics),
        addressees=frozenset(filter(None, [subject.addressee_key])),
        adopted_on=subject.adopted_on,
        confirmed=tuple(decision.text for decision in own if decision.confirmed),
        refused=tuple(decision.text for decision in own if not decision.confirmed),
    )


# --- what editors decide --------------------------------------------------------------------------------------------


@transaction.atomic
def record(page: BasePage, dossier: Dossier, user: User) -> ProgressReport:
    """Make the report that the page is evidence for: unpublished, and sent for approval where reports are approved."""
    told = told_by(page)
    report = ProgressReport(
        recommendation_key=dossier.key,
        date=max(told.date or dossier.on, dossier.subject.adopted_on),
        outcome=OUTCOMES_OF_KIND[dossier.subject.kind][0],
        text=plain_text(page.lead) or page.title,
        body=dossier.assignment.body if dossier.assignment else None,
        created_by=user,
        live=False,
    )
    report.evidence = [Evidence(page=page, sort_order=0)]
    report.save()
    report.save_revision(user=user)
    if workflow := report.get_workflow():
        workflow.start(report, user)
    decide(page, dossier.key, user, report=report)
    return report


def decide(page: BasePage, key: UUID, user: User, report: ProgressReport | None = None) -> Decision:
    """Remember that the page is evidence (with its report), or that it is none; the last word holds."""
    told = told_by(page)
    values = {
        "confirmed": report is not None,
        "report": report,
        "text": Truncator(told.whole).chars(LONGEST_TEXT),
        "decided_by": user,
    }
    decision, _created = Decision.objects.update_or_create(
        page_key=page.translation_key, recommendation_key=key, defaults=values
    )
    return decision
