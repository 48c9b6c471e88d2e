"""The words that pages are sorted by: translatable snippets, one meaning under one translation key."""

from anyascii import anyascii
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index


class Vocabulary(TranslatableMixin, index.Indexed, models.Model):
    """A named term; its slug (used in filter addresses) is made from the title when left empty."""

    title = models.CharField(_("title"), max_length=255)
    slug = models.SlugField(_("slug"), max_length=100, blank=True, help_text=_("Used in addresses of filters."))

    panels = [FieldPanel("title"), FieldPanel("slug")]
    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        abstract = True
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        super().clean()
        if not self.slug:
            self.slug = slugify(anyascii(self.title))[:100]
        if not self.slug:
            raise ValidationError({"slug": _("Type a slug: Latin letters, digits and hyphens.")})

    def save(self, *args, **kwargs) -> None:
        if not self.slug:
            self.slug = slugify(anyascii(self.title))[:100]
        super().save(*args, **kwargs)


class Topic(Vocabulary):
    """What something is about: improvement of yards, culture, ecology …"""

    description = models.CharField(_("description"), max_length=255, blank=True)

    panels = [*Vocabulary.panels, FieldPanel("description")]

    class Meta(Vocabulary.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")


class Territory(Vocabulary):
    """A part of the municipality: a microdistrict, a village, a street."""

    class Meta(Vocabulary.Meta):
        verbose_name = _("territory")
        verbose_name_plural = _("territories")


class Organisation(Vocabulary):
    """A body, firm or NGO named on the site."""

    short_title = models.CharField(
        _("short title"), max_length=100, blank=True, help_text=_("As people say it. For example: City Hall.")
    )
    website = models.URLField(_("website"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=50, blank=True)

    panels = [
        FieldPanel("title"),
        FieldPanel("short_title"),
        FieldPanel("website"),
        FieldPanel("email"),
        FieldPanel("phone"),
        FieldPanel("slug"),
    ]

    class Meta(Vocabulary.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")


class Person(Vocabulary):
    """A public person: a speaker, a moderator, a council's chair.

    Portrait and contacts are shown only once consent to publication is recorded (152-FZ, art. 10.1).
    """

    position = models.CharField(_("position"), max_length=255, blank=True)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    portrait = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    phone = models.CharField(_("phone"), max_length=50, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    consent_on = models.DateField(
        _("consent to publication given on"),
        null=True,
        blank=True,
        help_text=_("Without this date the portrait, phone and e-mail are not shown on the site (152-FZ)."),
    )

    panels = [
        FieldPanel("title", heading=_("Full name")),
        FieldPanel("position"),
        FieldPanel("organisation"),
        FieldPanel("portrait"),
        FieldPanel("phone"),
        FieldPanel("email"),
        FieldPanel("consent_on"),
        FieldPanel("slug"),
    ]

    class Meta(Vocabulary.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("people")

    @property
    def may_show_contacts(self) -> bool:
        """Whether portrait, phone and e-mail may be published."""
        return self.consent_on is not None


class Addressee(Vocabulary):
    """To whom recommendations are made: the local government, business, NGOs …"""

    class Group(models.TextChoices):
        GOVERNMENT = "government", _("Local government")
        BUSINESS = "business", _("Business")
        NONPROFIT = "nonprofit", _("Non-profit organisations")
        RESIDENTS = "residents", _("Residents")
        OTHER = "other", _("Others")

    group = models.CharField(_("group"), max_length=20, choices=Group.choices, default=Group.OTHER)
    aliases = models.TextField(
        _("also known as"),
        blank=True,
        help_text=_("One name a line, in any case form. Import recognises the addressee by these words."),
    )

    panels = [FieldPanel("title"), FieldPanel("group"), FieldPanel("aliases"), FieldPanel("slug")]

    class Meta(Vocabulary.Meta):
        verbose_name = _("addressee")
        verbose_name_plural = _("addressees")
