"""What editors see of models and of Wagtail's own objects has Russian names."""

import pytest
from django.apps import apps
from django.utils import translation
from wagtail.models import Collection, Page, Task, Workflow

OURS = {"core", "forums", "home", "projects", "search"}
MODELS = [model for model in apps.get_models() if model.__module__.partition(".")[0] in OURS]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_a_model_has_a_russian_name_and_plural(model):
    with translation.override("ru"):
        names = [str(model._meta.verbose_name), str(model._meta.verbose_name_plural)]
    assert not [name for name in names if any("a" <= letter <= "z" for letter in name.casefold())]


@pytest.mark.django_db
def test_what_wagtail_made_in_a_new_database_is_named_in_russian():
    names = [*Workflow.objects.values_list("name", flat=True), *Task.objects.values_list("name", flat=True)]
    names += [*Page.objects.filter(depth=1).values_list("title", flat=True)]
    names += [*Collection.objects.filter(depth=1).values_list("name", flat=True)]
    assert names
    assert not [name for name in names if name.isascii()]
