"""The feedback form's page."""

from collections.abc import Iterator
from typing import Any

from django.core.validators import validate_email
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.forms.models import FormMixin
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail_localize.fields import SynchronizedField

from core.mail import site_url, write_letter
from core.models import BasePage, SiteSettings
from core.search import Question, SearchAnswer
from core.visibility import readable

from .forms import FeedbackForm

#: Words of a query that look for the office; an hour or a day is one only beside the office's own words.
_CONTACTS = (
    "телефон", "контакт", "позвонить", "написать", "обратиться", "обращение", "пожаловаться", "жалоба", "сообщить",
    "phone", "contact", "complain", "write",
)  # fmt: skip
_OFFICE = ("прием", "администрация", "мэрия", "работа", "работать", "offic", "administr")
_HOURS = ("час", "время", "график", "режим", "адрес", "почта", "hour", "address")
OTHER_SUBJECT = pgettext_lazy("subject of a message", "Something else")
SIMPLE_TEXT = ["bold", "italic", "link", "ol", "ul"]


def validate_recipients(value: str) -> None:
    """Every line is an e-mail address."""
    for address in value.split():
        validate_email(address)


class FeedbackPage(RoutablePageMixin, FormMixin, BasePage):
    """A form that anybody may send. Messages are seen by editors only, under Forms in the admin.

    It is the one public page with a CSRF token, so it is never cached.
    """

    intro = models.TextField(
        _("introduction"), blank=True, help_text=_("What to write here, and how soon you will be answered.")
    )
    topic_choices = models.TextField(
        _("subjects"), help_text=_("One a line. For example: A proposal to the forum."), blank=True
    )
    recipients = models.TextField(
        _("send to"), blank=True, validators=[validate_recipients], help_text=_("E-mail addresses, one a line.")
    )
    consent_text = RichTextField(
        _("consent"),
        blank=True,
        features=SIMPLE_TEXT,
        help_text=_(
            "To what the sender agrees: who processes which data, why, how long, how to withdraw (152-FZ, art. 9)."
        ),
    )
    policy = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("personal data policy"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    thanks = RichTextField(
        _("thanks"), blank=True, features=SIMPLE_TEXT, help_text=_("Shown when the message is sent.")
    )

    parent_page_types = ["pages.ContentPage"]
    subpage_types: list[str] = []
    schema_type = "ContactPage"
    override_translatable_fields = [SynchronizedField("recipients")]
    content_panels = [
        FormSubmissionsPanel(),
        *BasePage.content_panels,
        FieldPanel("intro"),
        FieldPanel("topic_choices"),
        FieldPanel("recipients"),
        MultiFieldPanel([FieldPanel("consent_text"), PageChooserPanel("policy")], heading=_("Personal data")),
        FieldPanel("thanks"),
    ]

    class Meta:
        verbose_name = _("feedback form")
        verbose_name_plural = _("feedback forms")

    @property
    def lead(self) -> str:
        return self.intro

    @property
    def subjects(self) -> list[str]:
        """What a message may be about."""
        return [line.strip() for line in self.topic_choices.splitlines() if line.strip()] or [str(OTHER_SUBJECT)]

    def get_form_class(self) -> type[FeedbackForm]:
        return FeedbackForm

    @classmethod
    def search_answers(cls, question: Question) -> Iterator[SearchAnswer]:
        """The office's telephone, hours and address, for whoever looks for them or for a place to write."""
        if not (question.has(*_CONTACTS) or (question.has(*_OFFICE) and question.has(*_HOURS))):
            return
        for page in readable(cls.objects.filter(locale__language_code=question.language)):
            contacts = SiteSettings.for_site(page.get_site())
            facts = (contacts.phone, contacts.display_hours, contacts.display_address, contacts.email)
            yield SearchAnswer(page.title, page.url, tuple(filter(None, facts)), ((_("Write to us"), page.url),))

    def get_form(self, *args: Any, request: HttpRequest, **kwargs: Any) -> FeedbackForm:
        """The form, ``args`` being posted data if any; Wagtail's ``page`` and ``user`` are of no use to it."""
        return FeedbackForm(*args[:1], request=request, topics=self.subjects)

    def get_data_fields(self) -> list[tuple[str, Any]]:
        """The columns of the list of messages in the admin."""
        fields = FeedbackForm.base_fields
        names = ("name", "email", "topic", "text", "consent")
        return [("submit_time", _("Sent")), *((name, fields[name].label) for name in names)]

    @path("")
    def index_route(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The form; what is sent is stored together with its letters, so that nothing is lost with the mail."""
        form = self.get_form(*([request.POST] if request.method == "POST" else []), request=request)
        if form.is_valid() and form.is_accepted():
            if not form.is_from_robot:
                self.accept(form)
            return redirect(self.sent_url)
        context = {**self.get_context(request), "form": form}
        status = form.status if form.errors else 200
        response = TemplateResponse(request, self.get_template(request), context, status=status)
        add_never_cache_headers(response)
        return response

    @path("sent/")
    def sent(self, request: HttpRequest) -> HttpResponse:
        """Thanks after a message was accepted; at an address of its own, so that reloading sends nothing again."""
        return self.render(request, template=self.get_landing_page_template(request))

    @property
    def sent_url(self) -> str:
        return f"{self.url}sent/"

    @transaction.atomic
    def accept(self, form: FeedbackForm) -> None:
        """Store a valid form's answers and tell the municipality, which answers to the sender's address."""
        answers = form.answers()
        message = self.get_submission_class().objects.create(form_data=answers, page=self)
        context = {"answers": answers, "link": site_url(reverse("wagtailforms:list_submissions", args=[self.pk]))}
        for recipient in self.recipients.split():
            write_letter(
                recipient,
                f"feedback.message:{message.pk}",
                f"{self.title}: {answers['topic']}",
                "feedback/mail/message",
                context,
                reply_to=str(answers["email"]),
            )
