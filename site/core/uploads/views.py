"""Admin views of a review: the upload, then its preview, which is confirmed, changed, or dropped."""

from collections.abc import Sequence
from typing import Any, Protocol
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from core.models import PendingUpload, UploadChanged

from .forms import UploadForm


class Refused(Exception):
    """The file cannot be reviewed, or the review not applied; the message says what to do.

    ``state`` is what of the review is to be kept nevertheless.
    """

    def __init__(self, message: str, state: Any = None) -> None:
        super().__init__(message)
        self.state = state


class Plan(Protocol):
    """What a file would do. ``fingerprint`` tells whether what is confirmed is what was shown."""

    @property
    def faults(self) -> Sequence[Any]: ...

    @property
    def is_ready(self) -> bool: ...

    @property
    def fingerprint(self) -> str: ...


@method_decorator(never_cache, name="dispatch")
class UploadBaseView(WagtailAdminTemplateMixin, TemplateView):
    """What both steps share. ``kind`` names the review in the database, the URL names lead to the two steps.

    The arguments of the address but ``pk`` (a parent page, for example) belong to both steps: :meth:`url_kwargs`.
    """

    kind = ""
    upload_url_name = ""
    review_url_name = ""
    header_icon = "upload"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.may_review():
            raise PermissionDenied
        return self.prepare() or super().dispatch(request, *args, **kwargs)

    def prepare(self) -> HttpResponse | None:
        """Load what every method of the view needs; an answer given here comes instead of theirs."""
        return None

    def may_review(self) -> bool:
        """Whether the user may use this review; to be given by the subclass."""
        raise NotImplementedError

    def url_kwargs(self) -> dict[str, Any]:
        return {name: value for name, value in self.kwargs.items() if name != "pk"}

    def upload_url(self) -> str:
        return reverse(self.upload_url_name, kwargs=self.url_kwargs())

    def review_url(self, pk: UUID) -> str:
        return reverse(self.review_url_name, kwargs=self.url_kwargs() | {"pk": pk})

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*super().get_breadcrumbs_items(), {"url": self.upload_url(), "label": self.get_page_title()}]

    def place(self) -> str:
        """Where the review belongs, as the upload keeps it: the arguments of the address as text."""
        return urlencode(sorted(self.url_kwargs().items()))

    def uploads(self) -> QuerySet[PendingUpload]:
        """The user's own uploads of this kind, for this place; those of anybody else do not exist here."""
        return PendingUpload.objects.of(self.request.user).filter(kind=self.kind, place=self.place())


class UploadView(UploadBaseView):
    """The first step: takes the file; lists the user's own unfinished reviews."""

    template_name = "core/admin/uploads/upload.html"
    form_class: type[UploadForm] = UploadForm

    def get_form(self, *args: Any) -> UploadForm:
        return self.form_class(*args)

    def check(self, content: bytes, form: UploadForm) -> dict[str, Any]:
        """Look whether the file can be reviewed at all; give what the review's state begins with.

        Raises :class:`Refused` with what is wrong; then nothing is kept.
        """
        return {}

    def kept_url(self, upload: PendingUpload) -> str:
        """Where to go with a file that was taken: its review, or what should be read before it."""
        return self.review_url(upload.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context.setdefault("form", self.get_form())
        found = self.uploads().unfinished()
        context["unfinished"] = [(upload, self.review_url(upload.pk)) for upload in found]
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form = self.get_form(request.POST, request.FILES)
        if form.is_valid():
            try:
                return redirect(self.kept_url(self._keep(form)))
            except (Refused, ValidationError) as error:
                form.add_error("file", getattr(error, "messages", None) or str(error))
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def _keep(self, form: UploadForm) -> PendingUpload:
        file = form.cleaned_data["file"]
        content = file.read()
        return PendingUpload.objects.keep(
            owner=self.request.user,
            kind=self.kind,
            place=self.place(),
            file_name=file.name,
            content=content,
            state=self.check(content, form),
        )


class ReviewView(UploadBaseView):
    """The second step, at the upload's own address: another tab, another session, another day show the same.

    A subclass gives :meth:`make_plan` and :meth:`apply`, and a template that extends
    ``core/admin/uploads/review.html``. One whose review has buttons of its own gives :meth:`amend` as well.
    """

    template_name = "core/admin/uploads/review.html"
    #: Whether the form that confirms holds choices too: they are kept by :meth:`amend` first, whatever comes of it.
    amends_on_confirm = False
    problem = ""

    def prepare(self) -> HttpResponse | None:
        upload = self.uploads().filter(pk=self.kwargs["pk"]).first()
        if upload is None:
            raise Http404("no such upload of this user")
        self.upload: PendingUpload = upload
        if not upload.is_applied:
            return None
        messages.info(self.request, _("“%(name)s” has been applied already.") % {"name": upload.file_name})
        return redirect(upload.result_url or self.upload_url())

    def make_plan(self) -> Plan:
        """Compare ``self.upload`` with what is on the site now. Raises :class:`Refused`."""
        raise NotImplementedError

    def apply(self, plan: Plan) -> str:
        """Carry ``plan`` out, inside a transaction; give the address to go to. Raises :class:`Refused` to undo it."""
        raise NotImplementedError

    def amend(self, data: QueryDict) -> dict[str, Any]:
        """Give the review's state after a button of the review's own. Raises :class:`Refused`."""
        raise Refused(_("This button is not known. Open the page again."))

    def is_current(self, data: QueryDict) -> bool:
        """Whether the form was made of the review as it stands now."""
        return data.get("version") == str(self.upload.version)

    def amended_url(self) -> str:
        """Where to go after a change: the review, or a place in it."""
        return self.review_url(self.upload.pk)

    def get_page_subtitle(self) -> str:
        return self.upload.file_name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if "plan" not in context:
            context["plan"] = self._plan_to_show()
        return context | {"upload": self.upload, "problem": self.problem, "upload_url": self.upload_url()}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "cancel" in request.POST:
            return self._cancel()
        confirms = "confirm" in request.POST
        if self.amends_on_confirm or not confirms:
            answer = self._amend()
            if answer is not None:
                return answer
        return self._confirm() if confirms else redirect(self.amended_url())

    def _plan_to_show(self) -> Plan | None:
        try:
            return self.make_plan()
        except Refused as refusal:
            self.problem = self.problem or str(refusal)
            return None

    def _cancel(self) -> HttpResponse:
        self.upload.delete()
        messages.success(self.request, _("The review of “%(name)s” was deleted.") % {"name": self.upload.file_name})
        return redirect(self.upload_url())

    def _amend(self) -> HttpResponse | None:
        """Store what the form asks for; an answer where that cannot be done."""
        if not self.is_current(self.request.POST):
            return self._show(_("The review was changed in another window. This is how it stands now."))
        try:
            try:
                self.upload.save_state(self.amend(self.request.POST))
            except Refused as refusal:
                if refusal.state is not None:
                    self.upload.save_state(refusal.state)
                return self._show(str(refusal))
        except UploadChanged:
            return self._changed_elsewhere()
        return None

    def _confirm(self) -> HttpResponse:
        """Apply the plan that was shown, once: claimed, made anew, compared, carried out, all or nothing."""
        try:
            with transaction.atomic():
                self.upload.claim()
                plan = self.make_plan()
                if not plan.is_ready or plan.fingerprint != self.request.POST.get("fingerprint"):
                    raise Refused(_("Something has changed meanwhile. Look at the preview again."))
                target = self.apply(plan)
                self.upload.finish(target)
        except Refused as refusal:
            self.upload.refresh_from_db()
            return self._show(str(refusal))
        except UploadChanged:
            return self._changed_elsewhere()
        return redirect(target)

    def _show(self, problem: str) -> HttpResponse:
        self.problem = problem
        return self.render_to_response(self.get_context_data(), status=422)

    def _changed_elsewhere(self) -> HttpResponse:
        """Lead to what the other window has made of the review: its state, or its result."""
        messages.warning(self.request, _("The review was changed in another window. This is how it stands now."))
        return redirect(self.review_url(self.upload.pk))
