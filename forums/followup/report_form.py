"""The form behind the link in a letter: four questions, one report that waits for approval."""

import datetime as dt
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.log_actions import log

from core.document_files import is_what_it_says
from core.image_files import is_whole, pixel_count, without_metadata
from core.models import SiteDocument
from core.public_forms import ProtectedForm
from core.text import without_control_characters

from .choices import Outcome
from .evidence_files import pending_collection
from .models import Evidence, ProgressReport
from .report_links import OpenedLink

MAX_MEGABYTES = 10
PICTURES = ("jpeg", "jpg", "png")


class Said(TextChoices):
    """What a contact says in one word; what it means depends on the recommendation's kind."""

    DONE = "done", pgettext_lazy("said", "Done")
    IN_PROGRESS = "in_progress", pgettext_lazy("said", "In progress")
    UNCHANGED = "unchanged", pgettext_lazy("said", "No change")
    MOVED = "moved", pgettext_lazy("said", "The date was moved")


#: The outcome by kind. What is done each year is done or not, what goes on is never done.
MEANT: dict[str, dict[Said, Outcome]] = {
    "one_off": {
        Said.DONE: Outcome.DONE,
        Said.IN_PROGRESS: Outcome.IN_PROGRESS,
        Said.UNCHANGED: Outcome.NOT_STARTED,
        Said.MOVED: Outcome.MOVED,
    },
    "recurring": {Said.DONE: Outcome.KEPT, Said.UNCHANGED: Outcome.LAPSED, Said.MOVED: Outcome.MOVED},
    "ongoing": {Said.IN_PROGRESS: Outcome.ACTIVE, Said.UNCHANGED: Outcome.QUIET, Said.MOVED: Outcome.MOVED},
    "declaratory": {Said.IN_PROGRESS: Outcome.ACTIVE},
}


class ReportForm(ProtectedForm, forms.Form):
    """What came of one recommendation, in the contact's words."""

    form_name = "followup.report"

    said = forms.ChoiceField(
        label=_("Outcome"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what came of it.")},
    )
    text = forms.CharField(
        label=_("What was done"),
        max_length=3000,
        help_text=_("Two or three sentences with figures. For example: Two seminars were held, 46 people came."),
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Write in a sentence or two what was done, or why nothing was.")},
    )
    new_date = forms.DateField(
        label=_("New date"),
        required=False,
        input_formats=["%Y-%m-%d", "%d.%m.%Y"],
        help_text=_("Only if the date was moved."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Type the day as 31.12.2026.")},
    )
    why = forms.CharField(label=_("Why it was moved"), required=False, max_length=500)
    url = forms.URLField(
        label=_("Link that shows it"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("A page with news, minutes or pictures."),
        error_messages={"invalid": _("Type the whole address of the page: https://…")},
    )
    upload = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("A document or a picture, up to 10 MB. It is seen on the site once the report is approved."),
    )

    def __init__(self, *args: Any, link: OpenedLink, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.link = link
        self.meant = MEANT[link.dossier.subject.kind]
        self.fields["said"].choices = [(said.value, said.label) for said in self.meant]

    def clean_text(self) -> str:
        return without_control_characters(self.cleaned_data["text"]).strip()

    def clean_why(self) -> str:
        return without_control_characters(self.cleaned_data["why"]).strip()

    def clean_upload(self) -> UploadedFile | ContentFile | None:
        upload = self.cleaned_data["upload"]
        return checked(upload) if upload else None

    def clean(self) -> Any:
        cleaned = super().clean()
        if cleaned.get("said") == Said.MOVED:
            self._check_new_date(cleaned)
        elif cleaned.get("new_date"):
            self.add_error("new_date", _("Choose the outcome “The date was moved”, or empty the date."))
        return cleaned

    def _check_new_date(self, cleaned: dict[str, Any]) -> None:
        due_on = self.link.dossier.standing.due_on
        after = max(filter(None, (due_on, timezone.localdate())))
        new_date: dt.date | None = cleaned.get("new_date")
        if "new_date" not in self.errors and not (new_date and new_date > after):
            message = _("Give the new date, later than %(date)s.") % {"date": f"{after:%d.%m.%Y}"}
            self.add_error("new_date", message)
        if not cleaned.get("why") and "why" not in self.errors:
            self.add_error("why", _("Say why the date was moved."))

    @transaction.atomic
    def send(self) -> ProgressReport:
        """Store a valid form's report as a draft and put it before those who approve."""
        cleaned = self.cleaned_data
        outcome = self._outcome(Said(cleaned["said"]))
        report = ProgressReport(
            recommendation_key=self.link.dossier.key,
            body=self.link.assignment.body,
            outcome=outcome,
            text="\n\n".join(filter(None, [cleaned["text"], cleaned["why"]])),
            due_moved_to=cleaned["new_date"] if outcome == Outcome.MOVED else None,
            live=False,
        )
        if cleaned["url"]:
            report.evidence.add(Evidence(url=cleaned["url"]))
        if file := cleaned["upload"]:
            document = SiteDocument.objects.create(title=file.name[:255], file=file, collection=pending_collection())
            report.evidence.add(Evidence(document=document))
        report.save()
        log(report, "wagtail.create")
        report.save_revision()
        if workflow := report.get_workflow():
            workflow.start(report, None)
        return report

    def _outcome(self, said: Said) -> Outcome:
        """A one-off whose work has begun and that has not changed is still under way."""
        latest = self.link.dossier.latest_report
        if said == Said.UNCHANGED and latest and latest.outcome == Outcome.IN_PROGRESS:
            return Outcome.IN_PROGRESS
        return self.meant[said]


def checked(upload: UploadedFile) -> UploadedFile | ContentFile:
    """A document of the library's formats, or a picture without what the camera wrote into it.

    Raises ``ValidationError`` that says what to send instead.
    """
    if upload.size is None or upload.size > MAX_MEGABYTES * 1024 * 1024:
        raise ValidationError(_("The file is larger than 10 MB. Choose a smaller one, or give a link."))
    extension = (upload.name or "").rpartition(".")[2].lower()
    if extension in PICTURES:
        return _picture(upload)
    if extension not in settings.WAGTAILDOCS_EXTENSIONS or not is_what_it_says(upload, extension):
        raise ValidationError(_("Choose a document (PDF, DOCX, XLSX, ODT …) or a picture (JPEG, PNG)."))
    upload.seek(0)
    return upload


def _picture(upload: UploadedFile) -> ContentFile:
    content = upload.read()
    pixels = pixel_count(content)
    if not 0 < pixels <= settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS or not is_whole(content):
        raise ValidationError(_("The picture cannot be read, or is too large. Choose another one, or give a link."))
    return ContentFile(without_metadata(content), name=upload.name)
