"""One assignment or outcome for many recommendations: preview, recording, undoing; the board's search and table."""

import datetime as dt
from io import BytesIO

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from openpyxl import load_workbook

from core.roles import BODIES, EDITORS
from forums.followup.models import Assignment, ProgressReport
from tests.factories.followup import AssignmentFactory, OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = UserFactory(username="editor")
    user.groups.add(Group.objects.get(name=EDITORS))
    client.force_login(user)
    return client


def keys(*items) -> list[str]:
    return [str(item.translation_key) for item in items]


def test_an_assignment_for_many_is_shown_recorded_and_taken_back(editor, town):
    body = OrganisationFactory(title="Управление образования")
    url = reverse("followup_admin:bulk", args=["assign"])
    form = {"key": keys(town.base, town.silent), "body": body.pk, "frequency": "yearly", "date": "12.05.2018"}
    shown = editor.post(url, form | {"step": "preview"}).content.decode()
    assert shown.count("Управление образования") >= 3
    assert not Assignment.objects.filter(body=body).exists()

    done = editor.post(url, form | {"step": "record"}, follow=True)
    assert Assignment.objects.filter(body=body).count() == 2
    undo = next(message.message for message in done.context["messages"])
    address = undo.split('href="')[1].split('"')[0] if 'href="' in undo else ""
    note = address.partition("note=")[2]
    assert editor.post(reverse("followup_admin:undo"), {"note": note}).status_code == 302
    assert not Assignment.objects.filter(body=body).exists()


def test_an_outcome_goes_only_to_those_whose_kind_it_fits(editor, town):
    url = reverse("followup_admin:bulk", args=["report"])
    form = {"key": keys(town.silent, town.fair), "outcome": "done", "text": "Сделано.", "date": "12.05.2018"}
    assert "Не войдёт" in editor.post(url, form | {"step": "preview"}).content.decode()
    editor.post(url, form | {"step": "record"})
    assert ProgressReport.objects.get(text="Сделано.").recommendation_key == town.silent.translation_key


def test_a_body_may_not(client, town):
    user = UserFactory(username="clerk")
    user.groups.add(Group.objects.get(name=BODIES))
    client.force_login(user)
    url = reverse("followup_admin:bulk", args=["assign"])
    assert client.post(url, {"key": keys(town.base)}).status_code == 302
    assert client.get(reverse("followup_admin:undo")).status_code == 302


def test_the_board_finds_words_in_any_form(editor, town):
    html = editor.get(reverse("followup_admin:board"), {"tab": "all", "q": "ярмарка"}).content.decode()
    assert "Проводить ярмарки" in html
    assert "единую базу" not in html


def test_the_table_of_one_body_holds_no_other_contacts(editor, town):
    other = OrganisationFactory(title="Фонд")
    AssignmentFactory(
        recommendation_key=town.silent.translation_key, body=other, contact_email="fond@novodumsk.example"
    )
    body = Assignment.objects.filter(recommendation_key=town.base.translation_key).first().body
    answer = editor.get(reverse("followup_admin:sheet"), {"body": str(body.translation_key)})
    book = load_workbook(BytesIO(b"".join(answer.streaming_content) if answer.streaming else answer.content))
    cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "fond@novodumsk.example" not in cells
    assert "Создать единую базу проектов" in cells
    assert "Форум" in cells


def test_the_form_offers_what_fits_the_kind(editor, town):
    url = reverse("wagtailsnippets_followup_progressreport:add")
    answer = editor.get(url, {"recommendation": str(town.fair.translation_key)})
    offered = {value for value, _label in answer.context["form"].fields["outcome"].choices if value}
    assert offered == {"kept", "lapsed", "moved"}
    assert "Исправляет" not in answer.content.decode()


def test_days_are_counted_from_the_adoption(editor, town):
    url = reverse("followup_admin:bulk", args=["assign"])
    body = OrganisationFactory(title="Управление")
    early = (town.resolution.adopted_on - dt.timedelta(days=1)).strftime("%d.%m.%Y")
    form = {"key": keys(town.base), "body": body.pk, "frequency": "once", "date": early, "step": "preview"}
    assert "Не войдёт" in editor.post(url, form).content.decode()
