"""One official document: a decree, a decision, a report."""

import re
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import PageManager
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from core.badges import Badge
from core.blocks import BodyBlock
from core.fields import TermsField
from core.models import BasePage
from core.search import DOCUMENT, NamedThing, Question, terms
from core.visibility import readable
from russian.dates import find_dates, long_date

from ..querysets import DocumentPageQuerySet

#: Tone and sign of each status.
LOOKS = {"in-force": ("good", "done"), "draft": ("warn", "progress"), "repealed": ("", "cross")}

#: Numbers of acts as people type them, without the leading zeros that some offices write.
_NUMBERS = re.compile(r"(?<![\w.-])\d{1,6}(?:[-/]\w{1,6})?(?![\w.]*\d)")


def bare_number(number: str) -> str:
    """A document's number as it is compared: «0512-П» is «512-п»."""
    return number.strip().lower().replace("№", "").replace("/", "-").strip().lstrip("0")


def is_same_number(number: str, asked: Iterable[str]) -> bool:
    """Whether a number is one of those asked for; «203» finds «203-р», too."""
    return bool(number) and any(number == one or number.startswith(f"{one}-") for one in asked)


class DocumentPage(BasePage):
    """An official document with its requisites, its file and whether it is in force."""

    class Kind(models.TextChoices):
        DECISION = "decision", _("Decision")
        DECREE = "decree", _("Decree")
        ORDER = "order", pgettext_lazy("document", "Order")
        REGULATION = "regulation", _("Regulation")
        PLAN = "plan", pgettext_lazy("document", "Plan")
        REPORT = "report", _("Report")
        MINUTES = "minutes", pgettext_lazy("document", "Minutes")
        OTHER = "other", pgettext_lazy("document", "Other")

    class Status(models.TextChoices):
        IN_FORCE = "in-force", _("In force")
        DRAFT = "draft", pgettext_lazy("document", "Draft")
        REPEALED = "repealed", _("Repealed")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.DECREE, db_index=True)
    number = models.CharField(
        _("number"), max_length=50, blank=True, help_text=_("For example: 1017-p. A draft has none.")
    )
    adopted_on = models.DateField(
        _("date"), null=True, blank=True, db_index=True, help_text=_("A draft may have none.")
    )
    issued_by = models.ForeignKey(
        "core.Organisation",
        verbose_name=_("issued by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    status = models.CharField(_("status"), max_length=20, choices=Status.choices, default=Status.IN_FORCE)
    repealed_on = models.DateField(_("repealed on"), null=True, blank=True)
    repealed_by = models.ForeignKey(
        "self",
        verbose_name=_("repealed by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="repeals",
    )
    summary = models.TextField(
        _("in short"),
        blank=True,
        help_text=_("What the document changes for people, in plain words, in two sentences."),
    )
    topics = TermsField("core.Topic", verbose_name=_("topics"), blank=True, related_name="document_pages")
    file = models.ForeignKey(
        "core.SiteDocument",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(
        BodyBlock(), verbose_name=_("text"), blank=True, help_text=_("The words of the document, if wanted.")
    )

    objects = PageManager.from_queryset(DocumentPageQuerySet)()

    parent_page_types = ["library.DocumentIndexPage"]
    subpage_types: list[str] = []
    search_kind = DOCUMENT
    schema_type = "Legislation"
    may_be_evidence = True
    override_translatable_fields = [
        TranslatableField("topics"),
        SynchronizedField("number"),
        SynchronizedField("kind"),
        SynchronizedField("status"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("number"), index.SearchField("summary")]
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("number"), FieldPanel("adopted_on")]),
                FieldPanel("issued_by"),
                FieldPanel("file"),
            ],
            heading=_("Requisites"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("status"), FieldPanel("repealed_on")]),
                PageChooserPanel("repealed_by", "library.DocumentPage"),
            ],
            heading=_("Is it in force?"),
        ),
        FieldPanel("summary"),
        FieldPanel("topics"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("official document")
        verbose_name_plural = _("official documents")

    @property
    def lead(self) -> str:
        return self.summary

    @property
    def requisites(self) -> str:
        """Kind, number and date as people write them: «Постановление № 1017-п»."""
        number = gettext("No. %(number)s") % {"number": self.number} if self.number else ""
        return " ".join(part for part in (str(self.get_kind_display()), number) if part)

    @property
    def badge(self) -> Badge:
        """The status as a sign and a word."""
        tone, sign = LOOKS[self.status]
        return Badge(self.get_status_display(), tone, sign)

    @property
    def meta(self) -> list[str]:
        """What a line of a list says besides the title."""
        kind = self.file.file_extension.upper() if self.file else ""
        size = filesizeformat(self.file.file_size) if self.file and self.file.file_size else ""
        file = ", ".join(part for part in (kind, size) if part)
        return [part for part in (self.issued_by.title if self.issued_by else "", file) if part]

    @property
    def facts(self) -> list[tuple[Any, str]]:
        """Pairs for the definition list under the heading."""
        return [
            (_("Kind"), str(self.get_kind_display())),
            (_("Number"), self.number),
            (_("Date"), long_date(self.adopted_on) if self.adopted_on else ""),
            (_("Issued by"), self.issued_by.title if self.issued_by else ""),
            (_("Status"), str(self.get_status_display())),
        ]

    @property
    def section_url(self) -> str:
        """Address of the library the document stands in."""
        return self.breadcrumbs[-1].url

    @cached_property
    def repealed_documents(self) -> list["DocumentPage"]:
        """Published documents that this one repealed."""
        return list(readable(self.repeals.all()).newest_first())

    def clean(self) -> None:
        super().clean()
        problems = {}
        if self.repealed_by_id and self.repealed_by_id == self.pk:
            problems["repealed_by"] = _("A document cannot repeal itself.")
        if (self.repealed_by_id or self.repealed_on) and self.status != self.Status.REPEALED:
            problems["status"] = _("A document with a repeal noted below has the status “Repealed”.")
        if self.adopted_on and self.repealed_on and self.repealed_on < self.adopted_on:
            problems["repealed_on"] = _("The repeal cannot be earlier than the document itself.")
        if self.status == self.Status.IN_FORCE and not self.adopted_on:
            problems["adopted_on"] = _("A document in force has a date: type it as it stands in the document.")
        if self.adopted_on and self.adopted_on.year < 1900:
            problems["adopted_on"] = _("Check the year: the date is before 1900.")
        if problems:
            raise ValidationError(problems)

    def get_structured_data(self, request: HttpRequest) -> dict[str, Any]:
        data = super().get_structured_data(request)
        in_force = {self.Status.IN_FORCE: "InForce", self.Status.REPEALED: "NotInForce"}.get(self.status)
        if in_force:
            data["legislationLegalForce"] = f"https://schema.org/{in_force}"
        if self.number:
            data["legislationIdentifier"] = self.number
        if self.adopted_on:
            data["legislationDate"] = self.adopted_on.isoformat()
        return data

    def get_search_attributes(self) -> dict[str, Any]:
        day = self.adopted_on or self.updated_on or timezone.localdate()
        is_repealed = self.status == self.Status.REPEALED
        return {
            "date": day,
            "year": day.year,
            "topics": terms(self.topics.all()),
            "ends": (self.repealed_on or day) if is_repealed else None,
            "files": (self.file_id,) if self.file_id else (),
        }

    @classmethod
    def named_in_query(cls, question: Question) -> list[NamedThing]:
        """«решение 41-0», «№ 512-п», «распоряжение от 11 сентября 2026 года» name documents by number and by day."""
        numbers = {bare_number(found) for found in _NUMBERS.findall(question.text)}
        days = {found.value for found in find_dates(question.text) if found.value}
        labels = {kind: Question(str(label), question.language).words for kind, label in cls.Kind.choices}
        kinds = {kind for kind, words in labels.items() if question.has(*words)}
        says_number = kinds or "№" in question.text or any("-" in number for number in numbers)
        if not ((numbers and says_number) or (days and kinds)):
            return []
        asked = readable(cls.objects.filter(locale__language_code=question.language)).newest_first()
        rows = asked.values_list("pk", "number", "kind", "adopted_on")
        return [
            NamedThing(pk)
            for pk, number, kind, day in rows
            if (not kinds or kind in kinds) and (day in days if days else is_same_number(bare_number(number), numbers))
        ]

    def get_search_text(self) -> str:
        return "\n".join(part for part in (self.requisites, super().get_search_text()) if part)
