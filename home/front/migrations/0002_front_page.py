"""A new database gets an empty Russian front page instead of Wagtail's welcome, and both locales."""

from django.db import migrations


def create_front_page(apps, schema_editor):
    from wagtail.coreutils import get_supported_content_language_variant
    from django.conf import settings

    ContentType = apps.get_model("contenttypes", "ContentType")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    Locale = apps.get_model("wagtailcore", "Locale")
    HomePage = apps.get_model("front", "HomePage")

    russian, _ = Locale.objects.get_or_create(
        language_code=get_supported_content_language_variant(settings.LANGUAGE_CODE)
    )
    for code, _label in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)

    Site.objects.filter(is_default_site=True).delete()
    Page.objects.filter(depth=2, slug="home", content_type__model="page").delete()
    content_type, _ = ContentType.objects.get_or_create(model="homepage", app_label="front")
    root = Page.objects.get(depth=1)
    front = HomePage.objects.create(
        title="Главная",
        draft_title="Главная",
        slug="home",
        content_type=content_type,
        path=root.path + "0001",
        depth=2,
        numchild=0,
        url_path="/home/",
        locale=russian,
    )
    root.numchild = Page.objects.filter(depth=2).count()
    root.save(update_fields=["numchild"])
    Site.objects.create(hostname="localhost", root_page=front, is_default_site=True)


class Migration(migrations.Migration):
    dependencies = [("front", "0001_initial"), ("contenttypes", "0002_remove_content_type_name")]
    operations = [migrations.RunPython(create_front_page, migrations.RunPython.noop)]
