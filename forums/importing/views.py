"""Upload or paste a document, review its lines, make the draft. Every answer keeps what the editor has chosen."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.models import Locale

from core.models import PendingUpload
from core.uploads.forms import UploadForm
from core.uploads.views import Refused, ReviewView, UploadView
from forums.editions.models import ForumPage
from forums.resolutions.models import Recommendation, ResolutionPage

from . import Resolution, annotate_file, corrections
from .comparison import compare, lines_of, lines_of_page
from .drafts import Draft, DraftRefused, find_forum, make_draft
from .forms import DocumentForm, forum_choices
from .permissions import archive, may_add_to, may_import, may_make_addressees, resolution_of
from .review import Review, ReviewError, digest
from .suggestions import earlier_recommendations, repeated_in


class ImportMixin:
    """What all steps share: the permission, the names, the place in the admin."""

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
        review = Review(form.document)
        look_for_earlier(review)
        return review.to_state() | {"forum": form.cleaned_data["forum"]}

    def kept_url(self, upload: PendingUpload) -> str:
        """Lead to the comparison first where the forum has a resolution already."""
        forum = forum_of(Review.from_state(upload.state), upload.state["forum"])
        if forum and resolution_of(forum):
            return reverse("resolution_import:compare", args=[upload.pk])
        return super().kept_url(upload)


@dataclass
class Plan:
    """What the lines come to, and where it would go. There is always something that can be tried."""

    review: Review
    forum: ForumPage | None
    existing: ResolutionPage | None = None

    faults = ()
    is_ready = True

    @property
    def fingerprint(self) -> str:
        """Roles and kinds come with the form that confirms; the lines they speak of must be those that were shown."""
        return self.review.version


def forum_of(review: Review, chosen: str) -> ForumPage | None:
    """The forum that was chosen, else the one that the document names, if it is on the site."""
    forum = ForumPage.objects.filter(pk=chosen).first() if chosen else None
    return forum or find_forum(review.resolution)


def look_for_earlier(review: Review) -> None:
    """Note which earlier recommendation each new item may repeat; what was looked up before is not again."""
    texts = review.unasked()
    if not texts:
        return
    earlier = earlier_recommendations(Locale.get_default(), review.resolution.adopted_on)
    found = repeated_in(texts, earlier)
    for text in texts:
        item = found.get(text)
        about = {"key": str(item.translation_key), "text": item.text, "label": _label(item)} if item else {}
        review.suggested[digest(text)] = about


def _label(item: Recommendation) -> str:
    """«II форум, пункт 1.3»."""
    values = {"forum": item.section.page.edition_label, "number": item.number}
    return _("%(forum)s, item %(number)s") % values


class ImportReviewView(ImportMixin, ReviewView):
    """The second step: the document with the role of every line, and beside it what will become of them.

    A request of ``js/admin/importing.js`` is answered with the form alone.
    """

    template_name = "importing/admin/review.html"
    form_template = "importing/components/review_form.html"
    amends_on_confirm = True
    error: ReviewError | None = None
    focus: int | None = None
    _review: Review | None = None

    def uploads(self) -> QuerySet[PendingUpload]:
        """The file itself, up to 20 MB, is not needed for a change of roles."""
        return super().uploads().defer("content")

    def load_review(self) -> Review:
        """The review as stored; read anew from the file should an update of the site have changed its shape."""
        if self._review is None:
            try:
                self._review = Review.from_state(self.upload.state)
            except (KeyError, TypeError, ValueError):
                self._review = Review(annotate_file(self.upload.data, self.upload.file_name))
        return self._review

    def make_plan(self) -> Plan:
        review = self.load_review()
        forum = forum_of(review, self.upload.state["forum"])
        return Plan(review, forum, resolution_of(forum) if forum else None)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        plan = context["plan"]
        review = plan.review
        resolution = review.resolution
        rows = review.rows(self.request.POST, self.error)
        return context | {
            "rows": rows,
            "doubtful": [row for row in rows if row.needs_a_look],
            "glued": [row for row in rows if len(row.pieces) > 1],
            "review": review,
            "notes": review.general_notes(),
            "facts": review.head(),
            "resolution": resolution,
            "sections": review.sections(),
            "counts": counts(resolution),
            "kinds": Recommendation.Kind.choices,
            "forums": forum_choices(self.request.user),
            "forum": self.upload.state["forum"],
            "found": plan.forum,
            "existing": plan.existing,
            "focus": self.focus,
            "line_with_problem": self.error is not None and self.error.index is not None,
            "login_url": f"{reverse('wagtailadmin_login')}?next={self.request.path}",
        }

    # --- what the form asks for ---------------------------------------------------------------------------

    @property
    def is_script(self) -> bool:
        return self.request.headers.get("X-Requested-With") == "XMLHttpRequest"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = super().post(request, *args, **kwargs)
        amended = answer.status_code == 302 and not {"confirm", "cancel"} & set(request.POST)
        return self.render_to_response(self.get_context_data()) if self.is_script and amended else answer

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        if self.is_script:
            return TemplateResponse(self.request, self.form_template, context, **kwargs)
        return super().render_to_response(context, **kwargs)

    def is_current(self, data: QueryDict) -> bool:
        """Whether the form speaks of the lines as they stand; two windows may change roles of the same lines."""
        return data.get("version") == self.load_review().version

    def amend(self, data: QueryDict) -> dict[str, Any]:
        review, forum = self.load_review(), self.upload.state["forum"]
        try:
            review.take_choices(data)
            forum = self._chosen_forum(data.get("forum", ""))
            self.focus = review.act(data)
            look_for_earlier(review)
        except ReviewError as error:
            self.error, self.focus = error, error.index
            raise Refused(str(error), review.to_state() | {"forum": forum}) from error
        return review.to_state() | {"forum": forum}

    def _chosen_forum(self, wanted: str) -> str:
        if wanted not in dict(forum_choices(self.request.user)):
            raise ReviewError(_("This forum cannot take a resolution. Choose another one."))
        return wanted

    def amended_url(self) -> str:
        anchor = f"#line-{self.focus}" if self.focus is not None else ""
        return super().amended_url() + anchor

    # --- the draft ----------------------------------------------------------------------------------------

    def apply(self, plan: Any) -> str:
        review = plan.review
        try:
            self._check_place(plan)
            if not review.resolution.items:
                raise DraftRefused(_("There is no recommendation yet: give at least one line this role."))
            original = ContentFile(self.upload.data, name=self.upload.file_name)
            made = make_draft(
                review.resolution,
                original=original,
                forum=plan.forum,
                user=self.request.user,
                repeats=review.repeats(),
                makes_addressees=may_make_addressees(self.request.user),
            )
        except DraftRefused as refusal:
            raise Refused(str(refusal)) from refusal
        except ValidationError as invalid:
            raise Refused(" ".join(invalid.messages)) from invalid
        if review.past:
            corrections.keep(self.upload.data, self.upload.file_name, review.document)
        self._tell(made)
        return reverse("wagtailadmin_pages:edit", args=[made.page.pk])

    def _check_place(self, plan: Plan) -> None:
        """Refuse what cannot be: first a second resolution, then what the user has no right to."""
        if plan.existing or (plan.forum is None and archive() is None):
            return  # make_draft says so, in its own words
        allowed = may_add_to(self.request.user, plan.forum or archive())
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


class ImportCompareView(ImportReviewView):
    """What stands before the review where the forum has a resolution: both texts, line by line."""

    template_name = "importing/admin/compare.html"
    http_method_names = ["get"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        existing = context["existing"]
        pairs = compare(lines_of_page(existing), lines_of(context["resolution"])) if existing else []
        return context | {
            "pairs": pairs,
            "differing": sum(pair.differs for pair in pairs),
            "review_url": self.review_url(self.upload.pk),
        }


def counts(resolution: Resolution) -> str:
    """«32 рекомендации, 3 адресата»."""
    items = len(resolution.items)
    addressees = len({section.addressee for section in resolution.sections if section.addressee})
    parts = [ngettext("%(n)s recommendation", "%(n)s recommendations", items) % {"n": items}]
    if addressees:
        parts.append(ngettext("%(n)s addressee", "%(n)s addressees", addressees) % {"n": addressees})
    return ", ".join(parts)
