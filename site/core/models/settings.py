"""What an editor sets once for the whole site."""

from typing import Self

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site

from core.colours import contrast_problems, is_hex_colour


def validate_accent(value: str) -> None:
    """Refuse what is no ``#rrggbb`` and colours that would be unreadable in either scheme."""
    if not is_hex_colour(value):
        raise ValidationError(_("Type the colour as # and six digits, for example #1f5f8b."))
    if problem := contrast_problems(value):
        raise ValidationError(problem)


@register_setting(icon="site")
class SiteSettings(BaseSiteSetting):
    """The municipality's names, emblem, official contacts and accent colour."""

    name = models.CharField(
        _("municipality, nominative"),
        max_length=120,
        blank=True,
        help_text=_("Who? What? For example: Lesnogorsk."),
    )
    name_genitive = models.CharField(
        _("municipality, genitive"),
        max_length=120,
        blank=True,
        help_text=_("Of whom? Of what? The forum of …"),
    )
    name_prepositional = models.CharField(
        _("municipality, prepositional"), max_length=120, blank=True, help_text=_("Where? In …")
    )
    name_english = models.CharField(_("municipality, in English"), max_length=120, blank=True)
    site_title = models.CharField(
        _("site title"), max_length=160, blank=True, help_text=_("Stands beside the emblem on every page.")
    )
    site_title_english = models.CharField(_("site title, in English"), max_length=160, blank=True)
    emblem = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("emblem"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    share_image = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("share picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown when a page without a picture of its own is shared."),
    )
    accent_colour = models.CharField(_("accent colour"), max_length=7, default="#1f5f8b", validators=[validate_accent])
    operator_name = models.CharField(
        _("who runs the site"), max_length=255, blank=True, help_text=_("Official name, as in the charter.")
    )
    operator_name_english = models.CharField(_("who runs the site, in English"), max_length=255, blank=True)
    address = models.CharField(_("postal address"), max_length=255, blank=True)
    address_english = models.CharField(_("postal address, in English"), max_length=255, blank=True)
    phone = models.CharField(_("phone"), max_length=50, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    hours = models.CharField(_("office hours"), max_length=120, blank=True)
    hours_english = models.CharField(_("office hours, in English"), max_length=120, blank=True)
    inn = models.CharField(
        _("INN"),
        max_length=12,
        blank=True,
        validators=[RegexValidator(r"^(\d{10}|\d{12})$", _("An INN has 10 or 12 digits."))],
    )
    ogrn = models.CharField(
        _("OGRN"),
        max_length=15,
        blank=True,
        validators=[RegexValidator(r"^(\d{13}|\d{15})$", _("An OGRN has 13 or 15 digits."))],
    )
    vk_url = models.URLField(_("VK page"), blank=True)
    telegram_url = models.URLField(_("Telegram channel"), blank=True)
    ok_url = models.URLField(_("OK page"), blank=True)
    max_url = models.URLField(_("MAX channel"), blank=True)

    notice = models.CharField(
        _("notice"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences above every page. For example: on 12 June the reception is closed."),
    )
    notice_english = models.CharField(_("notice, in English"), max_length=300, blank=True)
    notice_until = models.DateTimeField(
        _("show the notice until"), null=True, blank=True, help_text=_("It vanishes by itself at this day and hour.")
    )

    select_related = ["emblem", "share_image"]
    panels = [
        MultiFieldPanel(
            [FieldPanel(f) for f in ("notice", "notice_english", "notice_until")],
            heading=_("Notice on every page"),
        ),
        MultiFieldPanel(
            [FieldPanel(f) for f in ("name", "name_genitive", "name_prepositional", "name_english")],
            heading=_("Municipality"),
        ),
        MultiFieldPanel(
            [
                *(FieldPanel(f) for f in ("site_title", "site_title_english", "emblem", "share_image")),
                FieldPanel(
                    "accent_colour",
                    widget=forms.TextInput(attrs={"type": "color"}),
                    help_text=_("Links and buttons. A colour too pale to be read on white is refused."),
                ),
            ],
            heading=_("Look"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(f)
                for f in (
                    "operator_name",
                    "operator_name_english",
                    "address",
                    "address_english",
                    "phone",
                    "email",
                    "hours",
                    "hours_english",
                    "inn",
                    "ogrn",
                )
            ],
            heading=_("Official contacts"),
        ),
        MultiFieldPanel(
            [FieldPanel(f) for f in ("vk_url", "telegram_url", "ok_url", "max_url")],
            heading=_("Social networks"),
        ),
    ]

    class Meta:
        verbose_name = _("site settings")
        verbose_name_plural = _("site settings")

    def localised(self, field: str) -> str:
        """The value of ``field`` in the active language; Russian where there is no English."""
        english = getattr(self, f"{field}_english", "") if get_language() == "en" else ""
        return english or getattr(self, field)

    def clean(self) -> None:
        super().clean()
        if self.notice and not self.notice_until:
            raise ValidationError({"notice_until": _("Say until when the notice is to be shown.")})

    @property
    def display_notice(self) -> str:
        """The notice in the active language while its time lasts."""
        if not self.notice_until or self.notice_until <= timezone.now():
            return ""
        return self.localised("notice")

    @property
    def display_title(self) -> str:
        return self.localised("site_title") or self.localised("name") or str(_("Public forum"))

    @property
    def display_name(self) -> str:
        return self.localised("name")

    @classmethod
    def of_default_site(cls) -> Self:
        """The settings where no request says which site it is; empty ones as long as there is no site."""
        site = Site.objects.filter(is_default_site=True).first()
        return cls.for_site(site) if site else cls()

    @property
    def display_operator(self) -> str:
        return self.localised("operator_name")

    @property
    def display_address(self) -> str:
        return self.localised("address")

    @property
    def display_hours(self) -> str:
        return self.localised("hours")

    @property
    def social_links(self) -> list[tuple[str, str]]:
        """Pairs of network name and address, only those filled in."""
        links = [
            ("ВКонтакте", self.vk_url),
            ("Telegram", self.telegram_url),
            ("OK", self.ok_url),
            ("MAX", self.max_url),
        ]
        return [(name, url) for name, url in links if url]
