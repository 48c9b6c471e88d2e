"""The import as those who use it: an organiser, an editor, somebody whose session is over. And what is in dispute."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from core.models import Addressee, PendingUpload
from core.roles import EDITORS, ORGANISERS
from forums.importing.linking import AddresseeLinker, in_nominative_phrase
from forums.resolutions.models import Recommendation, ResolutionPage
from tests.factories.forums import ForumIndexPageFactory, ForumPageFactory, resolution_with, section_with
from tests.forums.importing.test_screen import act, line_index, review, upload

pytestmark = pytest.mark.django_db
SCRIPT = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}


@pytest.fixture
def forum():
    return ForumPageFactory(parent=ForumIndexPageFactory(), title="II Общественный форум", number=2)


def sign_in(client, users, name: str):
    user = users.objects.create_user("worker", "w@example.org", "x")
    user.groups.add(Group.objects.get(name=name))
    client.force_login(user)
    return user


def of_group(client, users, name: str, forum):
    sign_in(client, users, name)
    assert upload(client, forum=forum.pk).status_code == 302
    return PendingUpload.objects.get()


@pytest.mark.parametrize("name", [EDITORS, ORGANISERS])
def test_who_works_on_forums_comes_to_a_draft(client, django_user_model, forum, name):
    draft = of_group(client, django_user_model, name, forum)
    assert act(client, draft, confirm="1").status_code == 302
    page = ResolutionPage.objects.get()
    assert {section.addressee.title for section in page.sections.all()} == {
        "Органы местного самоуправления",
        "Некоммерческие организации",
    }
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_without_that_right_no_addressee_is_made_and_the_editor_is_told(client, django_user_model, forum):
    Group.objects.get(name=EDITORS).permissions.remove(Permission.objects.get(codename="add_addressee"))
    draft = of_group(client, django_user_model, EDITORS, forum)
    answer = act(client, draft, confirm="1")
    page = ResolutionPage.objects.get()
    assert not Addressee.objects.exists()
    assert page.sections.first().addressee_text == "Органам местного самоуправления"
    html = client.get(answer.url).content.decode()
    assert "Адресата «Органам местного самоуправления» нет в справочнике" in html


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("Библиотекам и музеям", "Библиотеки и музеи"),
        ("Думе и Администрации города", "Дума и Администрация города"),
        ("Школам, детским садам", "Школы, детские сады"),
        ("Министерству культуры и спорта", "Министерство культуры и спорта"),
        ("Комитету по культуре и делам молодёжи", "Комитет по культуре и делам молодёжи"),
        ("Управлению образования и молодёжи", "Управление образования и молодёжи"),
        ("В адрес Правительства области", "Правительство области"),
        ("Главе города, депутатам Думы", "Глава города, депутаты Думы"),
        ("Некоммерческим организациям и ТОС", "Некоммерческие организации и ТОС"),
        ("To the city council", "City council"),
    ],
)
def test_addressees_are_named_in_the_nominative(written, named):
    assert in_nominative_phrase(written) == named


def test_a_missing_addressee_is_noted_once(site):
    linker = AddresseeLinker.for_locale(site.ru, makes=False)
    assert linker.link("Мэру") is linker.link("Мэру") is None
    assert linker.missing == ["Мэру"]


# --- a script's request -----------------------------------------------------------------------------------


@pytest.fixture
def draft(admin_client, forum):
    assert upload(admin_client, forum=forum.pk).status_code == 302
    return PendingUpload.objects.get()


def test_a_script_gets_the_form_alone(admin_client, draft):
    url = reverse("resolution_import:review", args=[draft.pk])
    index = line_index(draft, "Регулярно")
    data = {"version": _version(admin_client, draft), "forum": draft.state["forum"], "join": str(index)}
    answer = admin_client.post(url, data, **SCRIPT)
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "<html" not in html
    assert f'data-import-focus="{index - 1}"' in html
    assert "2 рекомендации" in html
    assert 'name="undo"' in html


def test_a_refused_split_is_answered_beside_the_line(admin_client, draft):
    url = reverse("resolution_import:review", args=[draft.pk])
    data = {"version": _version(admin_client, draft), "forum": draft.state["forum"], "split": "2", "split-2": "Иное"}
    answer = admin_client.post(url, data, **SCRIPT)
    assert answer.status_code == 422
    line = answer.content.decode().split('id="line-2"')[1].split('id="line-3"')[0]
    assert 'role="alert"' in line
    assert "autofocus" in line
    assert "Иное" in line


def test_an_ended_session_is_told_from_a_missing_right(client, admin_client, draft):
    url = reverse("resolution_import:review", args=[draft.pk])
    html = review(admin_client, draft)
    assert f"{reverse('wagtailadmin_login')}?next={url}" in html
    assert "Войдите снова" in html
    client.logout()
    assert client.post(url, {"role-0": "closing"}, **SCRIPT).status_code == 403
    assert client.post(url, {"role-0": "closing"}).url.startswith(reverse("wagtailadmin_login"))
    draft.refresh_from_db()
    assert draft.state["document"]["lines"][0]["role"] != "closing"


def test_a_change_of_roles_reads_no_file(admin_client, draft, django_assert_max_num_queries):
    url = reverse("resolution_import:review", args=[draft.pk])
    data = {"version": _version(admin_client, draft), "forum": draft.state["forum"], "role-0": "letterhead"}
    with django_assert_max_num_queries(40) as asked:
        assert admin_client.post(url, data, **SCRIPT).status_code == 200
    assert not any('"core_pendingupload"."content"' in query["sql"] for query in asked.captured_queries)


def _version(client, draft) -> str:
    return review(client, draft).split('name="version" value="')[1].split('"')[0]


# --- what an earlier forum asked for ------------------------------------------------------------------------


@pytest.fixture
def earlier(forum):
    """The resolution of the first forum, which asked for one of the same things in other words."""
    first = ForumPageFactory(parent=forum.get_parent().specific, title="I Общественный форум", number=1, slug="first")
    texts = ["Создание единой базы социальных проектов города.", "Отремонтировать мост.", "Открыть клуб шахматистов."]
    return resolution_with([section_with(texts)], parent=first, adopted_on="2016-04-20")


def test_a_repeated_recommendation_is_suggested_and_linked_when_the_editor_agrees(admin_client, earlier, draft):
    html = review(admin_client, draft)
    assert html.count('class="import-link"') == 1
    assert "Создание единой базы социальных проектов города." in html
    value = html.split('name="link"')[1].split('value="')[1].split('"')[0]
    assert act(admin_client, draft, link=value).status_code == 302
    act(admin_client, draft, confirm="1")
    wanted = earlier.recommendations[0].translation_key
    new = Recommendation.objects.filter(section__page__adopted_on__year=2017).in_document_order()
    assert [item.repeats for item in new] == [wanted, None, None]


def test_what_the_editor_declines_is_not_linked(admin_client, earlier, draft):
    html = review(admin_client, draft)
    value = html.split('name="link"')[1].split('value="')[1].split('"')[0]
    act(admin_client, draft, link=f"{value.partition(':')[0]}:no")
    assert 'class="import-link"' not in review(admin_client, draft)
    act(admin_client, draft, confirm="1")
    assert not Recommendation.objects.exclude(repeats=None).exists()


def test_nothing_is_suggested_where_nobody_asked_before(admin_client, draft):
    assert 'class="import-link"' not in review(admin_client, draft)
