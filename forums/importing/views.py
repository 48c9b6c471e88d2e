"""Upload a document, review its lines, make the draft. Every answer keeps what the editor has chosen."""

from typing import Any

from django.core.cache import cache
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files import File
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from documents.process import read_document
from forums.editions.models import ForumPage
from forums.importing import AnnotatedDocument, annotate
from forums.importing.drafts import Draft, DraftRefused, find_forum, make_draft
from forums.resolutions.models import Recommendation

from .forms import UploadForm, forum_choices
from .models import ImportDraft
from .permissions import may_add_forum, may_add_to, may_import
from .review import Review, ReviewError, digest


class ImportView(WagtailAdminTemplateMixin, TemplateView):
    """What both steps share: the permission, the place in the admin."""

    header_icon = "doc-full-inverse"
    page_title = gettext_lazy("Resolution from a document")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": reverse("forums_import:upload"), "label": self.page_title}]


class UploadView(ImportView):
    """The first step; also lists the reviews that the editor has not finished."""

    template_name = "importing/admin/upload.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        context = super().get_context_data(**kwargs)
        context.setdefault("form", UploadForm(user=user, initial={"forum": self.request.GET.get("forum", "")}))
        context["unfinished"] = ImportDraft.objects.of(user)
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if wanted := request.POST.get("discard", ""):
            return self._discard(wanted)
        form = UploadForm(request.POST, request.FILES, user=request.user)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        for stale in ImportDraft.objects.stale():
            stale.discard()
        draft = ImportDraft.objects.create(
            user=request.user,
            name=form.cleaned_data["file"].name[:255],
            original=form.cleaned_data["file"],
            document=form.document.to_json(),
            forum=form.cleaned_data["forum"],
        )
        return redirect("forums_import:review", draft.pk)

    def _discard(self, wanted: str) -> HttpResponse:
        if wanted.isdecimal():
            for draft in ImportDraft.objects.of(self.request.user).filter(pk=int(wanted)):
                draft.discard()
                messages.success(self.request, _("The review of “%(name)s” was deleted.") % {"name": draft.name})
        return redirect("forums_import:upload")


class ReviewView(ImportView):
    """The second step: every line with its role, and beside it what will become of them."""

    template_name = "importing/admin/review.html"
    error: ReviewError | None = None
    focus: int | None = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if request.user.is_authenticated:
            self.draft = get_object_or_404(ImportDraft.objects.of(request.user), pk=kwargs["pk"])
            self.review = Review(self._stored_document(), dict(self.draft.kinds))

    def _stored_document(self) -> AnnotatedDocument:
        """The lines as stored; read anew from the file should an update of the site have changed their shape."""
        try:
            return AnnotatedDocument.from_json(self.draft.document)
        except (KeyError, TypeError, ValueError):
            with self.draft.original.open("rb") as original:
                return annotate(read_document(original.read(), self.draft.name, cache=cache))

    def get_page_subtitle(self) -> str:
        return self.draft.name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        resolution = self.review.resolution
        rows = self.review.rows(self.request.POST, self.error)
        return context | {
            "draft": self.draft,
            "rows": rows,
            "doubtful": [row for row in rows if row.needs_a_look],
            "notes": self.review.general_notes(),
            "version": self.review.version,
            "resolution": resolution,
            "sections": [
                (section, [(item, digest(item.text)) for item in section.items]) for section in resolution.sections
            ],
            "counts": counts(resolution),
            "kinds": Recommendation.Kind.choices,
            "forums": forum_choices(self.request.user),
            "forum": str(self.draft.forum_id or ""),
            "found": self.draft.forum or find_forum(resolution),
            "error": self.error,
            "focus": self.focus,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            self.review.take_choices(request.POST)
            self._choose_forum(request.POST.get("forum", ""))
            self._act(request)
        except ReviewError as error:
            self.error = error
            self.focus = error.index
        self._save()
        if self.error is None and "draft" in request.POST:
            return self._make_draft()
        return self._answer()

    def _act(self, request: HttpRequest) -> None:
        """Do what the button asks for; without one the choices alone are kept."""
        data = request.POST
        if "join" in data:
            self.focus = self.review.join(data["join"])
        elif "split" in data:
            self.focus = self.review.split(data["split"], data.get(f"split-{data['split']}", ""))
        elif "confirm" in data:
            self.focus = self.review.confirm(data["confirm"])

    def _choose_forum(self, wanted: str) -> None:
        if wanted not in dict(forum_choices(self.request.user)):
            raise ReviewError(_("This forum cannot take a resolution. Choose another one."))
        self.draft.forum_id = int(wanted) if wanted else None

    def _save(self) -> None:
        self.draft.document = self.review.document.to_json()
        self.draft.kinds = self.review.kinds
        self.draft.save(update_fields=["document", "kinds", "forum", "updated_at"])

    def _make_draft(self) -> HttpResponse:
        resolution = self.review.resolution
        try:
            forum = ForumPage.objects.filter(pk=self.draft.forum_id).first() or find_forum(resolution)
            self._check_place(forum)
            if not resolution.items:
                raise DraftRefused(_("There is no recommendation yet: give at least one line this role."))
            with self.draft.original.open("rb") as original:
                made = make_draft(
                    resolution, original=File(original, name=self.draft.name), forum=forum, user=self.request.user
                )
        except DraftRefused as refusal:
            self.error = ReviewError(str(refusal))
        except ValidationError as invalid:
            self.error = ReviewError(" ".join(invalid.messages))
        if self.error:
            return self._answer()
        return self._finish(made)

    def _check_place(self, forum: ForumPage | None) -> None:
        allowed = may_add_to(self.request.user, forum) if forum else may_add_forum(self.request.user)
        if not allowed:
            raise DraftRefused(_("You may not add a resolution there. Choose another forum or ask an administrator."))

    def _finish(self, made: Draft) -> HttpResponse:
        self.draft.discard()
        messages.success(
            self.request,
            _("The draft is made. Look through it and publish it when it is right: nothing is public yet."),
        )
        if made.forum_created:
            messages.warning(self.request, _("A draft of the forum was made too. Publish it first."))
        for note in made.notes:
            messages.info(self.request, note)
        return redirect("wagtailadmin_pages:edit", made.page.pk)

    def _answer(self) -> HttpResponse:
        if self.error:
            return self.render_to_response(self.get_context_data(), status=422)
        anchor = f"#line-{self.focus}" if self.focus is not None else ""
        return redirect(reverse("forums_import:review", args=[self.draft.pk]) + anchor)


def counts(resolution) -> str:
    """«32 рекомендации, 3 адресата»."""
    items = len(resolution.items)
    addressees = len({section.addressee for section in resolution.sections if section.addressee})
    parts = [ngettext("%(n)s recommendation", "%(n)s recommendations", items) % {"n": items}]
    if addressees:
        parts.append(ngettext("%(n)s addressee", "%(n)s addressees", addressees) % {"n": addressees})
    return ", ".join(parts)
