"""The screen from a document to a draft: what it shows, keeps, refuses."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import GroupPagePermission

from core.models import PendingUpload, SiteDocument
from forums.editions.models import ForumPage
from forums.resolutions.models import Recommendation, ResolutionPage
from tests.factories.forums import (
    AddresseeFactory,
    ForumIndexPageFactory,
    ForumPageFactory,
    resolution_with,
    section_with,
)

pytestmark = pytest.mark.django_db

TEXT = """РЕЗОЛЮЦИЯ
II Общественного форума города Новодумска
«Город, который мы строим вместе»
26 апреля 2017 года

Мы, участники форума, отмечаем, что в городе растёт число общественных инициатив.

Участники форума рекомендуют:

Органам местного самоуправления:
1. Создать единую базу городских социальных проектов.
2. Регулярно проводить ярмарки вакансий для молодёжи.

Некоммерческим организациям:
1. Укреплять связи между поколениями. Расширить участие в конкурсах.
"""
UPLOAD = "resolution_import:upload"


@pytest.fixture
def forum():
    return ForumPageFactory(parent=ForumIndexPageFactory(), title="II Общественный форум", number=2)


def upload(client, data: bytes = TEXT.encode(), name: str = "резолюция.txt", **fields):
    return client.post(reverse(UPLOAD), {"file": SimpleUploadedFile(name, data), "forum": "", **fields})


@pytest.fixture
def draft(admin_client, forum) -> PendingUpload:
    assert upload(admin_client, forum=forum.pk).status_code == 302
    return PendingUpload.objects.get()


def review(client, draft: PendingUpload) -> str:
    response = client.get(reverse("resolution_import:review", args=[draft.pk]))
    assert response.status_code == 200
    return response.content.decode()


def act(client, draft: PendingUpload, /, **fields):
    """Press a button on the review as it stands now, with some fields changed."""
    from tests.forums.resolutions.editing import form_data

    data = form_data(review(client, draft), css="form[data-import-review]")
    return client.post(reverse("resolution_import:review", args=[draft.pk]), data | fields)


def line_index(draft: PendingUpload, beginning: str) -> int:
    draft.refresh_from_db()
    return next(n for n, line in enumerate(draft.state["document"]["lines"]) if line["text"].startswith(beginning))


# --- upload -----------------------------------------------------------------------------------------------


def test_the_screen_opens(admin_client, forum):
    html = admin_client.get(reverse(UPLOAD), {"forum": forum.pk}).content.decode()
    assert f'<option value="{forum.pk}" selected>' in html


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "empty.docx"),
        (b"PK\x03\x04broken", "broken.docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old.doc"),
        (b"%PDF-1.4 nothing", "scan.pdf"),
        (b"\x00" * 4000, "zeros.txt"),
        ("Рецепт борща. Свёкла, капуста.".encode(), "borsch.txt"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "picture.docx"),
        (b"GIF89a", "x" * 300 + ".txt"),
    ],
)
def test_a_bad_file_is_refused_in_place_and_the_choice_kept(admin_client, forum, data, name):
    response = upload(admin_client, data, name, forum=forum.pk)
    assert response.status_code == 422
    html = response.content.decode()
    assert "error-message" in html
    assert f'<option value="{forum.pk}" selected>' in html
    assert not PendingUpload.objects.unfinished().exists()


def test_no_file_at_all(admin_client, forum):
    assert admin_client.post(reverse(UPLOAD), {"forum": ""}).status_code == 422


@pytest.mark.parametrize("wanted", ["999", "abc", "-1"])
def test_a_forum_that_is_not_offered_is_refused(admin_client, forum, wanted):
    assert upload(admin_client, forum=wanted).status_code == 422


def test_a_forum_with_a_resolution_is_not_offered(admin_client, forum):
    resolution_with([section_with(["Пункт"])], parent=forum)
    assert f'<option value="{forum.pk}"' not in admin_client.get(reverse(UPLOAD)).content.decode()
    assert upload(admin_client, forum=forum.pk).status_code == 422


# --- review -----------------------------------------------------------------------------------------------


def test_every_line_is_shown_with_its_role(admin_client, draft):
    html = review(admin_client, draft)
    for line in draft.state["document"]["lines"]:
        assert line["text"].split("\n")[0][:40] in html
    assert html.count('name="role-') == len(draft.state["document"]["lines"])
    assert "3 рекомендации, 2 адресата" in html


def test_a_role_is_changed_and_counted(admin_client, draft):
    index = line_index(draft, "Регулярно")
    response = act(admin_client, draft, **{f"role-{index}": "closing", "save": "1"})
    assert response.status_code == 302
    assert "2 рекомендации, 2 адресата" in review(admin_client, draft)


def test_lines_are_joined(admin_client, draft):
    index = line_index(draft, "Регулярно")
    assert act(admin_client, draft, join=str(index)).status_code == 302
    draft.refresh_from_db()
    assert "проектов." in draft.state["document"]["lines"][index - 1]["text"]
    assert "Регулярно" in draft.state["document"]["lines"][index - 1]["text"]


def test_a_line_is_split_at_the_chosen_place(admin_client, draft):
    index = line_index(draft, "Укреплять")
    text = "Укреплять связи между поколениями.\r\nРасширить участие в конкурсах."
    assert act(admin_client, draft, split=str(index), **{f"split-{index}": text}).status_code == 302
    draft.refresh_from_db()
    texts = [line["text"] for line in draft.state["document"]["lines"]]
    assert texts[index : index + 2] == text.split("\r\n")
    assert "4 рекомендации" in review(admin_client, draft)


@pytest.mark.parametrize(
    "text", ["Другие слова", "", "Укреплять связи между поколениями. Расширить участие в конкурсах."]
)
def test_splitting_may_not_change_words_and_keeps_what_was_typed(admin_client, draft, text):
    index = line_index(draft, "Укреплять")
    other = line_index(draft, "Создать")
    response = act(admin_client, draft, split=str(index), **{f"split-{index}": text, f"role-{other}": "continuation"})
    assert response.status_code == 422
    html = response.content.decode()
    assert 'role="alert"' in html
    draft.refresh_from_db()
    assert draft.state["document"]["lines"][other]["role"] == "continuation"
    assert draft.state["document"]["lines"][index]["text"].startswith("Укреплять")


@pytest.mark.parametrize("button", ["join", "split", "settle"])
@pytest.mark.parametrize("value", ["", "9999", "-1", "abc", "²", "0"])
def test_nonsense_is_answered_in_place(admin_client, draft, button, value):
    assert act(admin_client, draft, **{button: value}).status_code in (302, 422)


def test_a_form_of_another_window_changes_nothing(admin_client, draft):
    before = draft.state["document"]
    response = act(admin_client, draft, version="old", **{"role-0": "closing"})
    assert response.status_code == 422
    draft.refresh_from_db()
    assert draft.state["document"] == before


def test_unknown_roles_and_kinds_are_left_alone(admin_client, draft):
    before = draft.state["document"]
    act(admin_client, draft, **{"role-0": "emperor", "kind-x": "sometimes"})
    draft.refresh_from_db()
    assert draft.state["document"] == before
    assert "x" not in draft.state["kinds"]


def test_a_review_is_its_editors_own(client, draft, django_user_model):
    client.force_login(django_user_model.objects.create_superuser("other", "o@example.org", "x"))
    assert client.get(reverse("resolution_import:review", args=[draft.pk])).status_code == 404


def test_a_review_can_be_thrown_away(admin_client, draft):
    admin_client.post(reverse("resolution_import:review", args=[draft.pk]), {"cancel": "1"})
    assert not PendingUpload.objects.unfinished().exists()


# --- draft ------------------------------------------------------------------------------------------------


def test_the_draft_holds_what_the_screen_showed(admin_client, draft, forum):
    AddresseeFactory(title="Органы местного самоуправления", slug="local")
    html = review(admin_client, draft)
    key = html.split('name="kind-')[1].split('"')[0]
    response = act(admin_client, draft, **{f"kind-{key}": "declaratory", "confirm": "1"})
    page = ResolutionPage.objects.get()
    assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert not page.live
    assert page.get_parent().pk == forum.pk
    rows = Recommendation.objects.filter(section__page=page).in_document_order()
    assert (rows[0].number, rows[0].kind) == ("1.1", "declaratory")
    assert rows[1].kind == "recurring"
    assert rows[0].section.addressee.slug == "local"
    assert page.original == SiteDocument.objects.get()
    assert not PendingUpload.objects.unfinished().exists()


def test_the_named_forum_is_found(admin_client, forum):
    forum.starts_on = "2017-04-25"
    forum.ends_on = "2017-04-26"
    forum.save()
    upload(admin_client)
    act(admin_client, PendingUpload.objects.get(), confirm="1")
    assert ResolutionPage.objects.get().get_parent().pk == forum.pk


def test_a_forum_that_is_not_there_is_made_as_a_draft(admin_client):
    ForumIndexPageFactory()
    upload(admin_client)
    assert act(admin_client, PendingUpload.objects.get(), confirm="1").status_code == 302
    assert not ForumPage.objects.get().live


def test_a_new_forum_gets_an_address_from_a_cyrillic_title(admin_client):
    ForumIndexPageFactory()
    upload(admin_client, TEXT.replace("II Общественного форума города Новодумска", "Форума «Сила соседства»").encode())
    assert act(admin_client, PendingUpload.objects.get(), confirm="1").status_code == 302
    assert ForumPage.objects.get().slug


def test_without_an_archive_the_screen_says_what_to_do(admin_client):
    upload(admin_client)
    response = act(admin_client, PendingUpload.objects.get(), confirm="1")
    assert response.status_code == 422
    assert PendingUpload.objects.unfinished().exists()


def test_a_resolution_that_appeared_meanwhile_is_not_overwritten(admin_client, draft, forum):
    from tests.forums.resolutions.editing import form_data

    data = form_data(review(admin_client, draft), css="form[data-import-review]")
    there = resolution_with([section_with(["Пункт"])], parent=forum)
    response = admin_client.post(reverse("resolution_import:review", args=[draft.pk]), data | {"confirm": "1"})
    assert response.status_code == 422
    assert ResolutionPage.objects.get().pk == there.pk
    assert PendingUpload.objects.unfinished().exists()


def test_a_document_without_recommendations_makes_no_draft(admin_client, draft):
    roles = {f"role-{n}": "preamble" for n in range(len(draft.state["document"]["lines"]))}
    assert act(admin_client, draft, confirm="1", **roles).status_code == 422
    assert not ResolutionPage.objects.exists()


# --- permission -------------------------------------------------------------------------------------------


@pytest.fixture
def editor_client(client, forum, django_user_model):
    """An editor who may add pages under one forum only."""
    user = django_user_model.objects.create_user("editor", "e@example.org", "x")
    group = Group.objects.create(name="One forum")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    GroupPagePermission.objects.create(group=group, page=forum, permission_type="add")
    user.groups.add(group)
    client.force_login(user)
    return client


def test_an_editor_is_offered_only_forums_of_his(editor_client, forum):
    other = ForumPageFactory(parent=forum.get_parent().specific, title="Чужой")
    html = editor_client.get(reverse(UPLOAD)).content.decode()
    assert f'<option value="{forum.pk}"' in html
    assert f'<option value="{other.pk}"' not in html


def test_an_editor_may_not_make_a_forum(editor_client, forum):
    forum.get_children().delete()
    upload(editor_client, TEXT.replace("II Общ", "VII Общ").replace("2017", "2011").encode())
    assert act(editor_client, PendingUpload.objects.get(), confirm="1").status_code == 422
    assert ForumPage.objects.count() == 1


def test_who_may_add_nothing_sees_nothing(client, django_user_model):
    user = django_user_model.objects.create_user("reader", "r@example.org", "x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(reverse(UPLOAD)).status_code in (302, 403)
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


def test_a_forum_without_a_resolution_has_the_button(admin_client, forum):
    url = reverse("wagtailadmin_explore", args=[forum.pk])
    link = f"{reverse(UPLOAD)}?forum={forum.pk}"
    assert link in admin_client.get(url).content.decode()
    resolution_with([section_with(["Пункт"])], parent=forum)
    assert link not in admin_client.get(url).content.decode()
