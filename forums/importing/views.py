"""Upload a document, review its lines, make the draft. Every answer keeps what the editor has chosen."""

from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from core.uploads.forms import UploadForm
from core.uploads.views import Refused, ReviewView, UploadView
from documents.process import read_document
from forums.editions.models import ForumPage
from forums.resolutions.models import Recommendation

from . import AnnotatedDocument, Resolution, annotate
from .drafts import Draft, DraftRefused, find_forum, make_draft
from .forms import DocumentForm, forum_choices
from .permissions import may_add_forum, may_add_to, may_import
from .review import Review, ReviewError, digest


class ImportMixin:
    """What both steps share: the permission, the names, the place in the admin."""

    request: HttpRequest
    kind = "resolution"
    upload_url_name = "resolution_import:upload"
    review_url_name = "resolution_import:review"
    header_icon = "doc-full-inverse"
    page_title = gettext_lazy("Resolution from a document")

    def may_review(self) -> bool:
        return may_import(self.request.user)


class ImportUploadView(ImportMixin, UploadView):
    """The first step; also lists the reviews that the editor has not finished."""

    template_name = "importing/admin/upload.html"

    def get_form(self, *args: Any) -> DocumentForm:
        initial = {"forum": self.request.GET.get("forum", "")}
        return DocumentForm(*args, user=self.request.user, initial=initial)

    def check(self, content: bytes, form: UploadForm) -> dict[str, Any]:
        return {"document": form.document.to_json(), "kinds": {}, "forum": form.cleaned_data["forum"]}


@dataclass
class Plan:
    """What the lines come to, and where it would go. There is always something that can be tried."""

    review: Review
    forum: ForumPage | None

    faults = ()
    is_ready = True

    @property
    def fingerprint(self) -> str:
        """Roles and kinds come with the form that confirms; the lines they speak of must be those that were shown."""
        return self.review.version


class ImportReviewView(ImportMixin, ReviewView):
    """The second step: every line with its role, and beside it what will become of them."""

    template_name = "importing/admin/review.html"
    amends_on_confirm = True
    error: ReviewError | None = None
    focus: int | None = None

    def load_review(self) -> Review:
        return Review(self._stored_document(), dict(self.upload.state["kinds"]))

    def _stored_document(self) -> AnnotatedDocument:
        """The lines as stored; read anew from the file should an update of the site have changed their shape."""
        try:
            return AnnotatedDocument.from_json(self.upload.state["document"])
        except (KeyError, TypeError, ValueError):
            return annotate(read_document(self.upload.data, self.upload.file_name, cache=cache))

    def make_plan(self) -> Plan:
        review, chosen = self.load_review(), self.upload.state["forum"]
        forum = ForumPage.objects.filter(pk=chosen).first() if chosen else None
        return Plan(review, forum or find_forum(review.resolution))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        review = context["plan"].review
        resolution = review.resolution
        rows = review.rows(self.request.POST, self.error)
        return context | {
            "rows": rows,
            "doubtful": [row for row in rows if row.needs_a_look],
            "notes": review.general_notes(),
            "resolution": resolution,
            "sections": [
                (section, [(item, digest(item.text)) for item in section.items]) for section in resolution.sections
            ],
            "counts": counts(resolution),
            "kinds": Recommendation.Kind.choices,
            "forums": forum_choices(self.request.user),
            "forum": self.upload.state["forum"],
            "found": context["plan"].forum,
            "line_with_problem": self.error is not None and self.error.index is not None,
        }

    # --- what the form asks for ---------------------------------------------------------------------------

    def is_current(self, data: QueryDict) -> bool:
        """Whether the form speaks of the lines as they stand; two windows may change roles of the same lines."""
        return data.get("version") == self.load_review().version

    def amend(self, data: QueryDict) -> dict[str, Any]:
        review, forum = self.load_review(), self.upload.state["forum"]
        try:
            review.take_choices(data)
            forum = self._chosen_forum(data.get("forum", ""))
            self.focus = review.act(data)
        except ReviewError as error:
            self.error, self.focus = error, error.index
            raise Refused(str(error), _state(review, forum)) from error
        return _state(review, forum)

    def _chosen_forum(self, wanted: str) -> str:
        if wanted not in dict(forum_choices(self.request.user)):
            raise ReviewError(_("This forum cannot take a resolution. Choose another one."))
        return wanted

    def amended_url(self) -> str:
        anchor = f"#line-{self.focus}" if self.focus is not None else ""
        return super().amended_url() + anchor

    # --- the draft ----------------------------------------------------------------------------------------

    def apply(self, plan: Any) -> str:
        resolution = plan.review.resolution
        try:
            self._check_place(plan.forum)
            if not resolution.items:
                raise DraftRefused(_("There is no recommendation yet: give at least one line this role."))
            original = ContentFile(self.upload.data, name=self.upload.file_name)
            made = make_draft(resolution, original=original, forum=plan.forum, user=self.request.user)
        except DraftRefused as refusal:
            raise Refused(str(refusal)) from refusal
        except ValidationError as invalid:
            raise Refused(" ".join(invalid.messages)) from invalid
        self._tell(made)
        return reverse("wagtailadmin_pages:edit", args=[made.page.pk])

    def _check_place(self, forum: ForumPage | None) -> None:
        allowed = may_add_to(self.request.user, forum) if forum else may_add_forum(self.request.user)
        if not allowed:
            raise DraftRefused(_("You may not add a resolution there. Choose another forum or ask an administrator."))

    def _tell(self, made: Draft) -> None:
        messages.success(
            self.request,
            _("The draft is made. Look through it and publish it when it is right: nothing is public yet."),
        )
        if made.forum_created:
            messages.warning(self.request, _("A draft of the forum was made too. Publish it first."))
        for note in made.notes:
            messages.info(self.request, note)


def _state(review: Review, forum: str) -> dict[str, Any]:
    return {"document": review.document.to_json(), "kinds": review.kinds, "forum": forum}


def counts(resolution: Resolution) -> str:
    """«32 рекомендации, 3 адресата»."""
    items = len(resolution.items)
    addressees = len({section.addressee for section in resolution.sections if section.addressee})
    parts = [ngettext("%(n)s recommendation", "%(n)s recommendations", items) % {"n": items}]
    if addressees:
        parts.append(ngettext("%(n)s addressee", "%(n)s addressees", addressees) % {"n": addressees})
    return ", ".join(parts)
