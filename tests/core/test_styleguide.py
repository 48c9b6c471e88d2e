"""The style guide: every component, for those who may enter the admin."""

import pytest
from django.contrib.auth.models import Group, Permission

from core.styleguide import components
from tests import vnu
from tests.absent import absent

pytestmark = pytest.mark.django_db


def test_visitors_are_asked_to_log_in(client, site):
    assert client.get("/styleguide/").status_code == 302


@pytest.fixture
def editor(client, site, django_user_model):
    """Signed in as somebody who may enter the admin, and nothing more."""
    group = Group.objects.create(name="Редакция")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = django_user_model.objects.create_user("editor", "e@novodumsk.example", "secret")
    user.groups.add(group)
    client.force_login(user)
    return client


def test_editors_see_every_component_in_every_state(editor):
    page = editor.get("/styleguide/").content.decode()
    for component in components():
        assert f'<h2 id="{component.slug}">' in page
    assert "Достопримечательностями" in page.replace("\u00ad", "")
    assert "field--invalid" in page


def test_the_guide_is_sound_html(editor):
    validator = vnu.find()
    if validator is None:
        absent("the validator is not installed: tests/services/vnu fetches it")
    assert vnu.errors_in(validator, {"guide": editor.get("/styleguide/").content}) == []
