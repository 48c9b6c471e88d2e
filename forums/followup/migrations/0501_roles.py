"""Who records what came of recommendations, the files of responsible bodies, and the approval of their reports."""

from django.db import migrations
from treebeard.mp_tree import MP_Node

from core.roles import BODIES, STAFF, grant, grant_collection, group

#: What the group and its collection were called before.
FORMER_GROUP, FORMER_COLLECTION = "Ответственные исполнители", "Документы исполнителей"
COLLECTION = "Документы ответственных органов"
WORKFLOW = "Проверка отчёта"
RECORDS = ("followup.ProgressReport", "followup.Response")
OTHERS = ("followup.Assignment", "followup.LivingLink", "followup.BodyMember")
ALL = ("add", "change", "delete")


def take_over_former_names(apps, schema_editor):
    """A group that was made by a command before keeps its members under the new name."""
    former = apps.get_model("auth.Group").objects.filter(name=FORMER_GROUP).first()
    if former:
        group(apps, BODIES).user_set.add(*former.user_set.all())
        former.delete()
    apps.get_model("wagtailcore.Collection").objects.filter(name=FORMER_COLLECTION).update(name=COLLECTION)


def make_collection(apps, schema_editor):
    """Bodies upload evidence into a collection of their own and see no other."""
    collections = apps.get_model("wagtailcore.Collection").objects
    root = collections.filter(depth=1).first()
    if root is None:
        return
    collection = collections.filter(name=COLLECTION).first()
    if collection is None:
        last = collections.filter(depth=2, path__startswith=root.path).order_by("path").last()
        step = MP_Node._str2int(last.path[-MP_Node.steplen :]) + 1 if last else 1
        collection = collections.create(name=COLLECTION, depth=2, path=MP_Node._get_path(root.path, 2, step))
        collections.filter(pk=root.pk).update(numchild=root.numchild + 1)
    for model in ("wagtaildocs.Document", "wagtailimages.Image"):
        grant_collection(apps, BODIES, collection.pk, model, ("add", "choose"))


def make_workflow(apps, schema_editor):
    """A body's report waits until somebody of the staff approves it."""
    model = apps.get_model
    content_type, _created = model("contenttypes.ContentType").objects.get_or_create(
        app_label="followup", model="progressreport"
    )
    approval, _created = model("contenttypes.ContentType").objects.get_or_create(
        app_label="wagtailcore", model="groupapprovaltask"
    )
    tasks = model("wagtailcore.GroupApprovalTask").objects
    task = tasks.filter(name=WORKFLOW).first() or tasks.create(name=WORKFLOW, active=True, content_type=approval)
    task.groups.set([group(apps, name) for name in STAFF])
    workflow, _created = model("wagtailcore.Workflow").objects.get_or_create(name=WORKFLOW, defaults={"active": True})
    model("wagtailcore.WorkflowTask").objects.get_or_create(
        workflow=workflow, task_id=task.pk, defaults={"sort_order": 0}
    )
    model("wagtailcore.WorkflowContentType").objects.get_or_create(
        content_type=content_type, defaults={"workflow": workflow}
    )


class Migration(migrations.Migration):
    dependencies = [("followup", "0001_initial"), ("core", "0501_roles")]
    operations = [
        migrations.RunPython(take_over_former_names, migrations.RunPython.noop),
        grant({BODIES: {"followup.ProgressReport": ("add", "change")}}),
        grant({name: dict.fromkeys(RECORDS, (*ALL, "publish")) | dict.fromkeys(OTHERS, ALL) for name in STAFF}),
        migrations.RunPython(make_collection, migrations.RunPython.noop),
        migrations.RunPython(make_workflow, migrations.RunPython.noop),
    ]
