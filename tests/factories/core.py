"""The ground of every test: a site in two languages, vocabularies, images, documents."""

from dataclasses import dataclass
from typing import Any

import factory
import wagtail_factories
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from core.models import Addressee, Organisation, Person, SiteDocument, SiteImage, SiteSettings, Territory, Topic
from core.public_forms import SHORTEST, make_stamp
from core.renditions import make_renditions
from home.front.models import HomePage


@dataclass
class TestSite:
    """The rows that :func:`make_site` made or found."""

    __test__ = False

    site: Site
    home: HomePage
    home_en: HomePage
    settings: SiteSettings
    ru: Locale
    en: Locale


def make_site() -> TestSite:
    """The default site with its front page in both languages."""
    ru = Locale.objects.get_or_create(language_code="ru")[0]
    en = Locale.objects.get_or_create(language_code="en")[0]
    root = Page.get_first_root_node()
    home = HomePage.objects.filter(locale=ru, depth=2).first()
    if home is None:
        home = root.add_child(instance=HomePage(title="Главная", slug="home", locale=ru))
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        site = Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    home_en = home.get_translation_or_none(en) or publish_translation(home, en, title="Front page")
    settings, _ = SiteSettings.objects.update_or_create(
        site=site,
        defaults={
            "name": "Новодумск",
            "name_genitive": "Новодумска",
            "name_prepositional": "Новодумске",
            "name_english": "Novodumsk",
            "site_title": "Общественный форум Новодумска",
            "site_title_english": "Novodumsk Public Forum",
            "operator_name": "Администрация города Новодумска",
            "operator_name_english": "Novodumsk City Administration",
            "address": "ул. Придуманная, 1",
            "phone": "8 (35100) 1-23-45",
            "email": "forum@novodumsk.example",
            "inn": "7400000000",
            "ogrn": "1027400000000",
        },
    )
    return TestSite(site=site, home=home, home_en=home_en, settings=settings, ru=ru, en=en)


def publish_translation(page: Page, locale: Locale, **fields: Any) -> Any:
    """A live copy of ``page`` in ``locale`` with ``fields`` set: its parent must have been translated before."""
    translation = page.copy_for_translation(locale)
    for name, value in fields.items():
        setattr(translation, name, value)
    translation.save_revision().publish()
    translation.refresh_from_db()
    return translation


def stamped(form_name: str, data: dict[str, Any]) -> dict[str, Any]:
    """``data`` as a visitor sends it who took the time to fill in the public form ``form_name``."""
    return {**data, "stamp": make_stamp(form_name, timezone.now() - 2 * SHORTEST)}


class VocabularyFactory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True
        django_get_or_create = ("slug", "locale")

    locale = factory.LazyFunction(Locale.get_default)


class TopicFactory(VocabularyFactory):
    class Meta:
        model = Topic

    title = factory.Sequence(lambda n: f"Тема {n}")
    slug = factory.Sequence(lambda n: f"topic-{n}")


class TerritoryFactory(VocabularyFactory):
    class Meta:
        model = Territory

    title = factory.Sequence(lambda n: f"Микрорайон {n}")
    slug = factory.Sequence(lambda n: f"territory-{n}")


class OrganisationFactory(VocabularyFactory):
    class Meta:
        model = Organisation

    title = factory.Sequence(lambda n: f"Управление {n}")
    slug = factory.Sequence(lambda n: f"organisation-{n}")


class PersonFactory(VocabularyFactory):
    class Meta:
        model = Person

    title = factory.Sequence(lambda n: f"Придуманный Иван {n}")
    slug = factory.Sequence(lambda n: f"person-{n}")


class AddresseeFactory(VocabularyFactory):
    class Meta:
        model = Addressee

    title = factory.Sequence(lambda n: f"Адресат {n}")
    slug = factory.Sequence(lambda n: f"addressee-{n}")


class SiteImageFactory(wagtail_factories.ImageFactory):
    class Meta:
        model = SiteImage

    title = factory.Sequence(lambda n: f"Картинка {n}")
    description = "Люди за круглым столом"

    @factory.post_generation
    def renditions_made(image, create, extracted, **kwargs):
        """What the task makes after the commit, which tests within a transaction never see."""
        if create:
            make_renditions.call(image.pk)


class SiteDocumentFactory(wagtail_factories.DocumentFactory):
    class Meta:
        model = SiteDocument

    title = factory.Sequence(lambda n: f"Положение {n}")
    file = factory.LazyAttribute(lambda _: ContentFile(b"%PDF-1.4 a test", name="polozhenie.pdf"))
