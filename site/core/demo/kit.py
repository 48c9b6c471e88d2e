"""Building blocks of the demo: each call creates a thing once, and remembers that the demo made it."""

import datetime as dt
import io
import random
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, TypeVar

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.db import models
from django.utils import timezone
from wagtail.models import Locale, Page

from core.models import DemoRecord, SiteDocument, SiteImage
from core.models.vocabularies import Vocabulary

from .pictures import draw
from .translating import translate_instance

SEED = 20170426

M = TypeVar("M", bound=models.Model)
P = TypeVar("P", bound=Page)
#: Words of a paragraph; or the kind of a block and what it holds.
BodyPart: TypeAlias = str | tuple[str, Any]


class DemoKit:
    """Creates demo content; running the same calls again finds what is there instead of doubling it.

    ``today`` is the day that all dates are counted from. ``shared`` lets one app's demo find another's objects by name.
    ``home`` is the Russian front page, set by ``home.front.demo``.
    """

    def __init__(self, today: dt.date | None = None) -> None:
        self.today = today or timezone.localdate()
        self.random = random.Random(SEED)  # noqa: S311  (repeatable, not secret)
        self.shared: dict[str, Any] = {}
        self.home: Any = None
        self.russian = Locale.objects.get(language_code="ru")
        self.english = Locale.objects.get_or_create(language_code="en")[0]
        self._strangers = self._present()

    # --- remembering --------------------------------------------------------------------------------------

    def remember(self, instance: M) -> M:
        """Note that the demo made ``instance``."""
        self._record(instance, None)
        return instance

    def add(self, instance: M) -> M:
        """Save a new ``instance`` and remember it."""
        instance.save()
        return self.remember(instance)

    def change(self, instance: models.Model, **fields: Any) -> None:
        """Set ``fields`` of something that is not the demo's own, keeping the values that were there."""
        before = {name: instance._meta.get_field(name).value_to_string(instance) for name in fields}
        for name, value in fields.items():
            setattr(instance, name, value)
        if isinstance(instance, Page):
            instance.save_revision().publish()
        else:
            instance.save()
        self._record(instance, before)

    def finish(self) -> None:
        """Remember what came along unasked: terms and parent pages that a translation took with it."""
        for model, keys in self._present().items():
            for instance in model.objects.filter(pk__in=keys - self._strangers[model]).order_by("pk"):
                self.remember(instance.specific if isinstance(instance, Page) else instance)

    def _present(self) -> dict[Any, set[Any]]:
        return {
            model: set(model.objects.values_list("pk", flat=True)) for model in (*Vocabulary.__subclasses__(), Page)
        }

    def _record(self, instance: models.Model, before: Mapping[str, Any] | None) -> None:
        DemoRecord.objects.get_or_create(
            content_type=ContentType.objects.get_for_model(instance, for_concrete_model=True),
            object_id=str(instance.pk),
            defaults={"before": before},
        )

    # --- making -------------------------------------------------------------------------------------------

    def page(
        self,
        parent: Page,
        model: type[P],
        slug: str,
        *,
        published_at: dt.datetime | None = None,
        live: bool = True,
        **fields: Any,
    ) -> P:
        """The page ``slug`` under ``parent``, made and published when it is not there.

        ``published_at`` becomes the date of first and last publication. Child objects (a resolution's sections …)
        may be given to the returned page and saved with ``page.save_revision().publish()``.
        """
        found = model.objects.child_of(parent).filter(slug=slug).first()
        if found:
            return found
        page = model(slug=slug, locale=parent.locale, live=live, **fields)
        parent.refresh_from_db()
        parent.add_child(instance=page)
        self.remember(page)
        revision = page.save_revision()
        if live:
            revision.publish()
            page.refresh_from_db()
        if published_at:
            self.backdate(page, published_at)
        return page

    def backdate(self, page: Page, moment: dt.datetime) -> None:
        """Make it look as if ``page`` had been published at ``moment``."""
        page.first_published_at = page.last_published_at = moment
        type(page).objects.filter(pk=page.pk).update(first_published_at=moment, last_published_at=moment)

    def snippet(self, model: type[M], slug: str, *, en: str | Mapping[str, Any] | None = None, **fields: Any) -> M:
        """The Russian vocabulary term ``slug``; ``en`` gives its English title, or several English fields."""
        term = model._default_manager.filter(slug=slug, locale=self.russian).first()
        if term is None:
            term = self.add(model(slug=slug, locale=self.russian, **fields))
        if en is not None and not term.has_translation(self.english):
            translation = term.copy_for_translation(self.english)
            for name, value in ({"title": en} if isinstance(en, str) else en).items():
                setattr(translation, name, value)
            self.add(translation)
        return term

    def picture(self, slug: str, title: str, *, scene: str = "town", width: int = 1600, height: int = 900) -> SiteImage:
        """A picture drawn by code; ``scene`` is one of :data:`core.demo.pictures.SCENES`."""
        found = SiteImage.objects.filter(title=title).first()
        if found:
            return found
        drawing = ImageFile(io.BytesIO(draw(slug, scene, width, height)), name=f"{slug}.png")
        return self.add(SiteImage(title=title, description=title, file=drawing))

    def document(self, slug: str, title: str, filename: str, content: bytes) -> SiteDocument:
        """A file in the document library."""
        found = SiteDocument.objects.filter(title=title).first()
        if found:
            return found
        document = SiteDocument(title=title, file_size=len(content))
        document.file.save(filename, ContentFile(content), save=False)
        return self.add(document)

    def translate(self, instance: Any, strings: Mapping[str, str]) -> Any:
        """Translate a page or snippet into English through wagtail-localize, and publish the translation.

        ``strings`` maps every Russian segment to its English words; a Russian segment that is missing
        raises ``ValueError`` with the list of what lacks.
        """
        translated = translate_instance(instance, self.english, strings)
        if isinstance(instance, Page):
            self.remember(translated)
            if instance.first_published_at:
                self.backdate(translated, instance.first_published_at)
        return translated


def body(*parts: BodyPart) -> list[dict[str, Any]]:
    """The value of a page's ``body``.

    A string is a paragraph, ``("h", "…")`` a heading, ``("list", […])`` a list, another pair a block of that kind.
    """
    return [_block(part) for part in parts]


def _block(part: BodyPart) -> dict[str, Any]:
    if isinstance(part, str):
        return {"type": "paragraph", "value": f"<p>{part}</p>"}
    kind, value = part
    if kind == "h":
        return {"type": "heading", "value": {"text": value, "level": "2"}}
    if kind == "list":
        return {"type": "paragraph", "value": f"<ul>{_items(value)}</ul>"}
    return {"type": kind, "value": value}


def _items(lines: Iterable[str]) -> str:
    return "".join(f"<li>{line}</li>" for line in lines)
