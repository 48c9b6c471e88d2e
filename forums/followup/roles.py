"""The group of responsible bodies, what editors may do, and the approval of what bodies write."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    Workflow,
    WorkflowContentType,
    WorkflowTask,
)

from .models import Assignment, BodyMember, LivingLink, ProgressReport, Response

BODIES = "Ответственные исполнители"
WORKFLOW = "Проверка отчёта"
COLLECTION = "Документы исполнителей"
#: Groups that Wagtail makes by itself.
EDITORS = ("Editors", "Moderators")


def ensure_roles() -> Group:
    """Make the group, its permissions and the workflow where they are missing; gives the group. Safe to repeat."""
    bodies, _created = Group.objects.get_or_create(name=BODIES)
    bodies.permissions.add(
        Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin"),
        *_permissions(ProgressReport, "add", "change"),
    )
    editors = [Group.objects.get_or_create(name=name)[0] for name in EDITORS]
    for group in editors:
        group.permissions.add(
            *_permissions(ProgressReport, "add", "change", "delete", "publish"),
            *_permissions(Response, "add", "change", "delete", "publish"),
            *_permissions(Assignment, "add", "change", "delete"),
            *_permissions(LivingLink, "add", "change", "delete"),
            *_permissions(BodyMember, "add", "change", "delete"),
        )
    _ensure_collection(bodies)
    _ensure_workflow(editors)
    return bodies


def _permissions(model: type[Model], *actions: str) -> list[Permission]:
    codenames = [f"{action}_{model._meta.model_name}" for action in actions]
    content_type = ContentType.objects.get_for_model(model)
    return list(Permission.objects.filter(content_type=content_type, codename__in=codenames))


def _ensure_collection(bodies: Group) -> None:
    """Bodies upload evidence into a collection of their own and see no other."""
    root = Collection.get_first_root_node()
    collection = root.get_children().filter(name=COLLECTION).first() or root.add_child(name=COLLECTION)
    for codename in ("add_document", "choose_document", "add_image", "choose_image"):
        app = "wagtaildocs" if "document" in codename else "wagtailimages"
        permission = Permission.objects.filter(codename=codename, content_type__app_label__in=[app, "core"]).first()
        if permission:
            GroupCollectionPermission.objects.get_or_create(group=bodies, collection=collection, permission=permission)


def _ensure_workflow(editors: list[Group]) -> None:
    task = GroupApprovalTask.objects.filter(name=WORKFLOW).first()
    if task is None:
        task = GroupApprovalTask.objects.create(name=WORKFLOW, active=True)
        task.groups.set(editors)
    workflow, _created = Workflow.objects.get_or_create(name=WORKFLOW, defaults={"active": True})
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    content_type = ContentType.objects.get_for_model(ProgressReport)
    WorkflowContentType.objects.get_or_create(content_type=content_type, defaults={"workflow": workflow})
