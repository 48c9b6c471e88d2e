"""The groups of those who work in the admin, and what each may do with what Wagtail and the shell hold."""

from django.db import migrations

from core.roles import (
    ADMINISTRATORS,
    BODIES,
    CHIEF_EDITORS,
    EDITORS,
    ORGANISERS,
    ROLES,
    grant,
    grant_collection,
    grant_pages,
    group,
)

#: Groups that Wagtail makes with a new database, and what they are called here.
NAMES = {"Editors": EDITORS, "Moderators": CHIEF_EDITORS}
VOCABULARIES = ("core.Topic", "core.Territory", "core.Organisation", "core.Person", "core.Addressee")
WRITE = ("add", "change")
ALL = ("add", "change", "delete")
FILES = ("add", "change", "choose")
TRANSLATE = {"wagtail_localize.Translation": ("submit",)}
PROMOTIONS, REDIRECTS = "wagtailsearchpromotions.SearchPromotion", "wagtailredirects.Redirect"
EVERYDAY = {
    EDITORS: {**dict.fromkeys(VOCABULARIES, WRITE), **TRANSLATE, PROMOTIONS: WRITE},
    CHIEF_EDITORS: {**TRANSLATE, PROMOTIONS: ALL, REDIRECTS: ALL, "core.SiteSettings": ("change",)},
    ORGANISERS: TRANSLATE,
    ADMINISTRATORS: {**TRANSLATE, "core.SiteSettings": ("change",)},
}
KEPT_BY_ADMINISTRATORS = (
    PROMOTIONS,
    REDIRECTS,
    "auth.User",
    "auth.Group",
    "wagtailcore.Site",
    "wagtailcore.Locale",
    "wagtailcore.Workflow",
    "wagtailcore.Task",
)


def make_groups(apps, schema_editor):
    groups = apps.get_model("auth.Group").objects
    for english, russian in NAMES.items():
        if not groups.filter(name=russian).exists():
            groups.filter(name=english).update(name=russian)
    admin, _created = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="wagtailadmin", model="admin"
    )
    sign_in, _created = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=admin, codename="access_admin", defaults={"name": "Can access Wagtail admin"}
    )
    for name in ROLES:
        group(apps, name).permissions.add(sign_in)


def give_pages_and_files(apps, schema_editor):
    root = apps.get_model("wagtailcore.Page").objects.filter(depth=1).values_list("pk", flat=True).first()
    if root:
        grant_pages(apps, EDITORS, root, WRITE)
        grant_pages(apps, CHIEF_EDITORS, root, (*WRITE, "publish", "lock", "unlock"))
        grant_pages(apps, ADMINISTRATORS, root, (*WRITE, "publish", "bulk_delete", "lock", "unlock"))
    files = apps.get_model("wagtailcore.Collection").objects.filter(depth=1).values_list("pk", flat=True).first()
    if files:
        for name in (EDITORS, CHIEF_EDITORS, ORGANISERS, ADMINISTRATORS):
            grant_collection(apps, name, files, "wagtaildocs.Document", FILES)
            grant_collection(apps, name, files, "wagtailimages.Image", FILES)
        grant_collection(apps, CHIEF_EDITORS, files, "wagtailcore.Collection", WRITE)
        grant_collection(apps, ADMINISTRATORS, files, "wagtailcore.Collection", ALL)


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0003_pending_upload"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailsearchpromotions", "0008_query_verbose_name"),
    ]
    operations = [
        migrations.RunPython(make_groups, migrations.RunPython.noop),
        migrations.RunPython(give_pages_and_files, migrations.RunPython.noop),
        grant(EVERYDAY),
        grant({name: dict.fromkeys(VOCABULARIES, ALL) for name in (CHIEF_EDITORS, ORGANISERS, ADMINISTRATORS)}),
        grant({ADMINISTRATORS: dict.fromkeys(KEPT_BY_ADMINISTRATORS, ALL)}),
    ]
