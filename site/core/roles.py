"""The groups of those who work in the admin. Migrations make them and grant what each may do, a room at a time.

A room with something to administer grants it in a migration of its own::

    operations = [grant({EDITORS: {"proposals.Proposal": ("add", "change")}})]

Nothing is granted again later: an administrator may take a permission away, and it stays away.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import migrations

EDITORS = "Редакторы"
CHIEF_EDITORS = "Главные редакторы"
ORGANISERS = "Организаторы форума"
BODIES = "Ответственные органы"
ADMINISTRATORS = "Администраторы"
ROLES = (EDITORS, CHIEF_EDITORS, ORGANISERS, BODIES, ADMINISTRATORS)
#: Who works on the whole site's texts and on what came of recommendations.
STAFF = (EDITORS, CHIEF_EDITORS, ORGANISERS, ADMINISTRATORS)

#: A group's name, and the actions that it may do by model ("core.Topic": ("add", "change")).
Grants = Mapping[str, Mapping[str, Iterable[str]]]


def permissions(apps: Any, model: str, actions: Iterable[str]) -> list[Any]:
    """The permissions of ``model``; while migrations run, Django has not made them yet, so they are made here."""
    meta = apps.get_model(model)._meta
    content_type, _created = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label=meta.app_label, model=meta.model_name
    )
    manager = apps.get_model("auth.Permission").objects
    return [
        manager.get_or_create(
            content_type=content_type,
            codename=f"{action}_{meta.model_name}",
            defaults={"name": f"Can {action} {meta.verbose_name_raw}"},
        )[0]
        for action in actions
    ]


def group(apps: Any, name: str) -> Any:
    """The group called ``name``, made where it is missing."""
    return apps.get_model("auth.Group").objects.get_or_create(name=name)[0]


def grant(grants: Grants) -> migrations.RunPython:
    """An operation that gives groups permissions; undoing the migration leaves them."""

    def give(apps: Any, schema_editor: Any) -> None:
        for name, models in grants.items():
            for model, actions in models.items():
                group(apps, name).permissions.add(*permissions(apps, model, actions))

    return migrations.RunPython(give, migrations.RunPython.noop)


def grant_pages(apps: Any, name: str, page_id: int, actions: Iterable[str]) -> None:
    """Let a group do ``actions`` on a page and all below it."""
    found = permissions(apps, "wagtailcore.Page", actions)
    for permission in found:
        apps.get_model("wagtailcore.GroupPagePermission").objects.get_or_create(
            group=group(apps, name), page_id=page_id, permission=permission
        )


def grant_collection(apps: Any, name: str, collection_id: int, model: str, actions: Iterable[str]) -> None:
    """Let a group do ``actions`` on the files of a collection; ``model`` is a document, an image or a collection."""
    for permission in permissions(apps, model, actions):
        apps.get_model("wagtailcore.GroupCollectionPermission").objects.get_or_create(
            group=group(apps, name), collection_id=collection_id, permission=permission
        )
