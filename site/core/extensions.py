"""What an upper room shows on the pages of a room below it, which does not know the upper one.

An upper room registers in its ``wagtail_hooks.py``; the lower room's pages and templates ask here. Wagtail's hooks
carry it, so that tests may register something for a while (``hooks.register_temporarily``).

- :func:`page_part`: a piece of a page, shown by ``{% page_parts "place" %}`` in the lower room's template;
- :func:`view_part`: the same where a view without a page of Wagtail's answers (the results of a search);
- :func:`page_context`: names that a page's template finds in its context;
- :func:`page_route`: an address below a page, answered by a view of the upper room;
- :func:`extend`, :func:`extensions_of`: anything else that a lower room asks the rooms above for, by a name.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.models import Page


@dataclass(frozen=True)
class Part:
    """A template and what it is given beside the page's own context."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)


#: From a page and a request (None in a preview without one) to a part of the page; None shows nothing.
PartMaker = Callable[[Any, HttpRequest | None], Part | None]
ContextMaker = Callable[[Page, HttpRequest], dict[str, Any]]
View = Callable[..., HttpResponseBase]


def extend(name: str, order: int = 0) -> Callable[[Callable], Callable]:
    """Register a function under ``name``, which the room that asks for it documents."""
    return hooks.register(f"extension: {name}", order=order)


def extensions_of(name: str) -> list[Callable]:
    """What is registered under ``name``, in order."""
    return hooks.get_hooks(f"extension: {name}")


def page_part(model: type[Page], place: str, order: int = 0) -> Callable[[PartMaker], PartMaker]:
    """Register the maker of a part of ``model``'s pages, shown where their template says ``{% page_parts place %}``."""
    return extend(f"part of {model._meta.label} at {place}", order)


def page_parts(page: Page, place: str, request: HttpRequest | None) -> Iterator[Part]:
    """The parts of ``page`` at ``place`` that have something to show."""
    for make in extensions_of(f"part of {page._meta.label} at {place}"):
        part = make(page, request)
        if part is not None:
            yield part


def view_part(place: str, order: int = 0) -> Callable[[PartMaker], PartMaker]:
    """Register the maker of a part of a view that shows no page; it is called with None for a page."""
    return extend(f"part of a view at {place}", order)


def view_parts(place: str, request: HttpRequest | None) -> Iterator[Part]:
    """The parts at ``place`` of a view that shows no page."""
    for make in extensions_of(f"part of a view at {place}"):
        part = make(None, request)
        if part is not None:
            yield part


def page_context(model: type[Page], order: int = 0) -> Callable[[ContextMaker], ContextMaker]:
    """Register what ``model``'s pages find in their context beside their own."""
    return extend(f"context of {model._meta.label}", order)


def extended_context(page: Page, request: HttpRequest) -> dict[str, Any]:
    """What the rooms above add to the context of ``page``."""
    context: dict[str, Any] = {}
    for make in extensions_of(f"context of {page._meta.label}"):
        context |= make(page, request)
    return context


def page_route(model: type[Page], route: str, name: str) -> Callable[[View], View]:
    """Register ``view(page, request, **kwargs)`` for the address ``route`` below ``model``'s pages.

    ``route`` is written as in a URLconf ("progress/", "progress.pdf"); ``model`` derives from
    :class:`core.file_routes.FileRoutes`.
    """

    def register(view: View) -> View:
        extend(f"routes of {model._meta.label}")(partial(path, route, view, name=name))
        return view

    return register


def extended_routes(model: type[Page]) -> list[URLPattern]:
    """The routes registered for ``model``, as ``RoutablePageMixin`` wants them."""
    return [make() for make in extensions_of(f"routes of {model._meta.label}")]
