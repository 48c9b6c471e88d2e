"""A forum that has a resolution: said before the review, compared line by line, never a question of rights."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

from core.models import PendingUpload
from forums.importing.comparison import compare
from tests.factories.forums import resolution_with, section_with
from tests.forums.importing.test_screen import TEXT, act, forum, review, upload  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def taken(forum):  # noqa: F811
    forum.starts_on = forum.ends_on = "2017-04-26"
    forum.save()
    texts = ["Создать единую базу городских проектов.", "Открыть музей."]
    section = section_with(texts, lead_in="Участники форума рекомендуют:", addressee_text="Органам власти:")
    return resolution_with([section], parent=forum)


def test_it_is_said_before_the_review_and_compared(admin_client, taken):
    answer = upload(admin_client)
    draft = PendingUpload.objects.get()
    assert answer.url == reverse("resolution_import:compare", args=[draft.pk])
    html = admin_client.get(answer.url).content.decode()
    assert "У этого форума уже есть резолюция" in html
    assert "<ins>социальных</ins>" in html
    assert "<del>1.2 Открыть музей.</del>" in html
    assert "Сравнить построчно" in review(admin_client, draft)


def test_the_draft_is_refused_for_that_and_for_nothing_else(admin_client, taken):
    upload(admin_client)
    answer = act(admin_client, PendingUpload.objects.get(), confirm="1")
    assert answer.status_code == 422
    html = answer.content.decode()
    assert "уже есть резолюция" in html
    assert "У вас нет права" not in html
    assert "не можете" not in html


def test_without_a_resolution_there_is_nothing_to_compare(admin_client, forum):  # noqa: F811
    assert "compare" not in upload(admin_client, forum=forum.pk).url
    draft = PendingUpload.objects.get()
    html = admin_client.get(reverse("resolution_import:compare", args=[draft.pk])).content.decode()
    assert "сравнивать не с чем" in html
    assert admin_client.post(reverse("resolution_import:compare", args=[draft.pk])).status_code == 405


def test_a_forum_of_others_is_a_question_of_rights(client, forum, django_user_model):  # noqa: F811
    """Who may add pages elsewhere sees the screen, and is told the true reason here."""
    forum.starts_on = forum.ends_on = "2017-04-26"
    forum.save()
    user = django_user_model.objects.create_user("editor", "e@example.org", "x")
    group = Group.objects.create(name="Elsewhere")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    other = forum.add_sibling(instance=type(forum)(title="Иной", starts_on="2001-01-01", slug="other"))
    GroupPagePermission.objects.create(group=group, page=other, permission_type="add")
    user.groups.add(group)
    client.force_login(user)
    assert upload(client).status_code == 302
    answer = act(client, PendingUpload.objects.get(), confirm="1")
    assert answer.status_code == 422
    assert "У этого форума уже есть резолюция" not in answer.content.decode()


def test_lines_stand_beside_their_like():
    pairs = compare(["а б в г", "осталось", "Закрыть музей."], ["а б В г", "осталось", "Построить мост и дорогу."])
    assert [pair.differs for pair in pairs] == [True, False, True, True]
    assert pairs[0].left == (("а б", False), ("в", True), ("г", False))
    assert (pairs[2].right, pairs[3].left) == ((), ())
    assert compare([], []) == []


def test_the_compared_text_is_the_uploaded_one(admin_client, taken):
    upload(admin_client)
    html = admin_client.get(
        reverse("resolution_import:compare", args=[PendingUpload.objects.get().pk])
    ).content.decode()
    for line in TEXT.splitlines()[11:]:
        assert line[3:20] in html or not line.strip()
