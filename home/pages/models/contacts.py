"""Contacts: the official ones of the settings, and whom to ask about what."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.blocks import BodyBlock
from core.models import BasePage


class ContactsPage(BasePage):
    """Address, telephone and hours come from the settings of the site; here stands who answers for what."""

    intro = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("One or two sentences: with what people may come, and how fast you answer."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True, help_text=_("How to get there, and the like."))

    subpage_types: list[str] = []
    max_count_per_parent = 1
    schema_type = "ContactPage"
    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("body")]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("intro"),
        InlinePanel("offices", heading=_("Who to contact"), label=_("Office")),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("contacts")
        verbose_name_plural = _("contacts")

    @property
    def lead(self) -> str:
        return self.intro

    def get_search_text(self) -> str:
        offices = [f"{one.title} {one.about}" for one in self.offices.all()]
        return "\n".join([super().get_search_text(), *offices])


class Office(TranslatableMixin, Orderable):
    """Who answers for something: a department or a desk, not a private person."""

    page = ParentalKey(ContactsPage, on_delete=models.CASCADE, related_name="offices")
    title = models.CharField(_("office"), max_length=255, help_text=_("For example: the forum's organising committee."))
    about = models.CharField(_("with what to come"), max_length=255, blank=True)
    room = models.CharField(_("room"), max_length=100, blank=True)
    phone = models.CharField(_("phone"), max_length=50, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    hours = models.CharField(_("reception hours"), max_length=120, blank=True)

    override_translatable_fields = [SynchronizedField(name) for name in ("phone", "email", "room")]
    panels = [
        FieldPanel("title"),
        FieldPanel("about"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
        FieldRowPanel([FieldPanel("room"), FieldPanel("hours")]),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("office")
        verbose_name_plural = _("offices")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if not (self.phone or self.email or self.room):
            raise ValidationError(_("Give a phone, an e-mail or a room: readers must be able to reach the office."))
