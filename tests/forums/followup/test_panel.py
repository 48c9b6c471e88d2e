"""What the admin's front page says of the follow-up."""

import datetime as dt

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.roles import BODIES, EDITORS
from forums.followup.models import BodyMember
from forums.resolutions.models import Recommendation
from tests.factories.followup import AssignmentFactory, UserFactory, adopted
from tests.factories.forums import AddresseeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def panel(client):
    """The front page of the admin as ``user`` sees it."""

    def seen(user) -> str:
        client.force_login(user)
        return client.get(reverse("wagtailadmin_home")).content.decode()

    return seen


def test_the_editor_sees_what_waits(panel, town):
    editor = UserFactory(username="editor")
    editor.groups.add(Group.objects.get(name=EDITORS))

    html = panel(editor)

    assert "Исполнение рекомендаций" in html
    assert "?tab=unanswered" in html
    assert "?tab=waiting" not in html


def test_a_body_sees_its_own(panel, town):
    clerk = UserFactory(username="clerk")
    clerk.groups.add(Group.objects.get(name=BODIES))
    late = AssignmentFactory(recommendation_key=town.silent.translation_key, due_on=dt.date(2018, 1, 1))
    BodyMember.objects.create(user=clerk, body=late.body)

    html = panel(clerk)

    assert "Рекомендации, которые ждут вас" in html
    assert "?tab=overdue" in html
    assert "?tab=due" not in html


def test_without_recommendations_there_is_no_panel(panel, admin_user):
    assert "follow-up" not in panel(admin_user)


def test_queries_do_not_grow(panel, town, admin_user):
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            panel(admin_user)
        return len(seen)

    queries()  # fills the caches
    before = queries()
    more = [Recommendation(text=f"Создать {n}-й сквер", kind=Recommendation.Kind.ONE_OFF) for n in range(20)]
    adopted(town.third, more, AddresseeFactory(title="Бизнес", slug="business"))

    assert queries() == before
