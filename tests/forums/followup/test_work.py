"""The board, the group of responsible bodies, approval, corrections."""

import csv
import datetime as dt
import io

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import WorkflowState

from core.roles import BODIES, EDITORS
from forums.followup.board import load_board
from forums.followup.models import BodyMember, ProgressReport, Response
from tests.factories.followup import (
    AssignmentFactory,
    OrganisationFactory,
    ProgressReportFactory,
    ResponseFactory,
    UserFactory,
    adopted,
    forum_on,
    items_of,
)
from tests.factories.forums import AddresseeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(town):
    """A user of the body to which the base, the fair and the traditions are assigned."""
    user = UserFactory(username="clerk")
    user.groups.add(Group.objects.get(name=BODIES))
    BodyMember.objects.create(user=user, body=town_body(town))
    return user


@pytest.fixture
def editor():
    user = UserFactory(username="editor")
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


def town_body(town):
    from forums.followup.models import Assignment

    return Assignment.objects.filter(recommendation_key=town.base.translation_key).first().body


def form_data(item, **changes) -> dict[str, str]:
    return {
        "recommendation_key": str(item.translation_key),
        "date": "2018-03-01",
        "outcome": "in_progress",
        "text": "Провели встречу.",
        "evidence-TOTAL_FORMS": "0",
        "evidence-INITIAL_FORMS": "0",
        "evidence-MIN_NUM_FORMS": "0",
        "evidence-MAX_NUM_FORMS": "1000",
        **changes,
    }


ADD = "wagtailsnippets_followup_progressreport:add"
EDIT = "wagtailsnippets_followup_progressreport:edit"
BOARD = "followup_admin:board"


class TestBodies:
    def test_a_body_sees_only_its_own(self, client, clerk, town):
        client.force_login(clerk)

        page = client.get(reverse(BOARD), {"tab": "all"}).content.decode()

        assert "Создать единую базу" in page
        assert "благотворительный фонд" not in page

    def test_its_form_has_four_fields(self, client, clerk, town):
        client.force_login(clerk)

        form = client.get(reverse(ADD), {"recommendation": str(town.base.translation_key)}).context["form"]

        assert set(form.fields) == {"recommendation_key", "date", "outcome", "text"}
        assert list(form.formsets) == ["evidence"]

    def test_it_cannot_write_about_another_s(self, client, clerk, town):
        client.force_login(clerk)

        answer = client.post(reverse(ADD), form_data(town.silent) | {"action-submit": "1"})

        assert "не поручена вашей организации" in answer.content.decode()
        assert not ProgressReport.objects.filter(created_by=clerk).exists()

    def test_it_cannot_open_another_s_records(self, client, clerk, town):
        client.force_login(clerk)
        other = ProgressReport.objects.get(recommendation_key=town.silent.translation_key)

        for name in ("edit", "history"):
            address = reverse(f"wagtailsnippets_followup_progressreport:{name}", args=[other.pk])
            assert client.get(address).status_code in (302, 403)
        assert "СЕКРЕТНАЯ" not in client.get(reverse("wagtailsnippets_followup_progressreport:list")).content.decode()

    def test_it_cannot_publish_nor_touch_the_adopted_text(self, client, clerk, town):
        client.force_login(clerk)

        client.post(reverse(ADD), form_data(town.base) | {"action-publish": "1"})

        assert not ProgressReport.objects.filter(created_by=clerk, live=True).exists()
        assert client.get(reverse("wagtailadmin_pages:edit", args=[town.resolution.pk])).status_code == 302

    def test_internal_notes_are_not_its_business(self, client, clerk, town):
        ProgressReportFactory(recommendation_key=town.base.translation_key, text="Между нами", internal=True)
        client.force_login(clerk)

        assert "Между нами" not in client.get(reverse("wagtailsnippets_followup_progressreport:list")).content.decode()

    def test_an_outsider_sees_nothing(self, client, town):
        client.force_login(UserFactory())

        assert client.get(reverse(BOARD)).status_code in (302, 403)


def test_a_body_writes_an_editor_approves(client, clerk, editor, town):
    client.force_login(clerk)
    back = reverse(BOARD)
    sent = client.post(f"{reverse(ADD)}?next={back}", form_data(town.base) | {"action-submit": "1"})
    report = ProgressReport.objects.get(created_by=clerk)
    assert sent.url == back
    assert (report.live, report.body) == (False, town_body(town))

    client.force_login(editor)
    assert "Ждёт проверки" in client.get(reverse(BOARD), {"tab": "waiting"}).content.decode()
    state = WorkflowState.objects.get(status="in_progress")
    client.post(
        reverse(
            "wagtailsnippets_followup_progressreport:workflow_action",
            args=[report.pk, "approve", state.current_task_state_id],
        ),
        {"next": back},
    )

    report.refresh_from_db()
    assert report.live
    assert load_board(None).waiting == {}


class TestCorrections:
    def test_a_published_record_is_not_changed(self, town):
        report = ProgressReport.objects.filter(recommendation_key=town.base.translation_key).first()
        report.text = "Ничего не было"

        with pytest.raises(ValidationError, match="не изменяют"):
            report.full_clean()

    def test_the_form_of_a_correction_is_filled_in(self, admin_client, town):
        report = ProgressReport.objects.filter(recommendation_key=town.base.translation_key).first()

        form = admin_client.get(reverse(ADD), {"corrects": report.pk}).context["form"]

        assert form.instance.corrects == report
        assert form["text"].value() == report.text

    def test_the_editor_is_offered_one(self, admin_client, town):
        report = ProgressReport.objects.filter(recommendation_key=town.base.translation_key).first()

        assert f"?corrects={report.pk}" in admin_client.get(reverse(EDIT, args=[report.pk])).content.decode()

    def test_it_is_a_new_record(self, admin_client, town):
        report = ProgressReport.objects.filter(recommendation_key=town.base.translation_key).first()
        address = f"{reverse(ADD)}?corrects={report.pk}"

        admin_client.post(address, form_data(town.base, text="На самом деле начали.") | {"action-publish": "1"})

        assert ProgressReport.objects.get(text="На самом деле начали.").corrects == report
        report.refresh_from_db()
        assert report.text != "На самом деле начали."


@pytest.mark.parametrize(
    ("model", "fields", "field"),
    [
        (ProgressReport, {"date": dt.date(2017, 4, 25), "outcome": "done", "text": "x"}, "date"),
        (ProgressReport, {"date": dt.date(2200, 1, 1), "outcome": "done", "text": "x"}, "date"),
        (ProgressReport, {"date": dt.date(2017, 5, 1), "outcome": "kept", "text": "x"}, "outcome"),
        (Response, {"date": dt.date(2017, 5, 1), "position": "declined"}, "text"),
    ],
)
def test_what_does_not_fit_is_told_beside_its_field(town, model, fields, field):
    record = model(recommendation_key=town.base.translation_key, **fields)

    with pytest.raises(ValidationError) as error:
        record.full_clean()

    assert field in error.value.message_dict


class TestBoard:
    def test_tabs(self, client, editor, town):
        AssignmentFactory(
            recommendation_key=town.silent.translation_key, date=dt.date(2017, 6, 1), due_on=dt.date(2017, 9, 1)
        )
        client.force_login(editor)

        overdue = client.get(reverse(BOARD), {"tab": "overdue"}).content.decode()
        unanswered = client.get(reverse(BOARD), {"tab": "unanswered"}).content.decode()

        assert "благотворительный фонд" in overdue
        assert "Создать единую базу" not in overdue
        assert "благотворительный фонд" in unanswered

    def test_filters(self, client, editor, town):
        client.force_login(editor)
        other = OrganisationFactory(title="Комитет")
        AssignmentFactory(recommendation_key=town.silent.translation_key, body=other)

        page = client.get(reverse(BOARD), {"tab": "all", "body": str(other.translation_key)}).content.decode()

        assert "благотворительный фонд" in page
        assert "Создать единую базу" not in page

    def test_a_value_that_no_filter_offers_narrows_nothing(self, client, editor, town):
        client.force_login(editor)
        AssignmentFactory(recommendation_key=town.silent.translation_key, body=OrganisationFactory(title="Комитет"))

        page = client.get(reverse(BOARD), {"tab": "all", "body": "nobody", "forum": "'"})

        assert page.context["page_obj"].paginator.count == 5
        assert page.context["keep"] == {}

    @pytest.mark.parametrize("query", [{"tab": "nonsense"}, {"p": "99999"}, {"p": "x"}, {"body": "x", "forum": "'"}])
    def test_nonsense_in_the_address_is_no_error(self, client, editor, town, query):
        client.force_login(editor)

        assert client.get(reverse(BOARD), query).status_code == 200

    def test_orphans_are_shown_to_editors(self, client, editor, town):
        client.force_login(editor)
        ResponseFactory(recommendation_key="00000000-0000-4000-8000-000000000000", text="сирота")

        page = client.get(reverse(BOARD)).content.decode()

        assert "Записи без рекомендации" in page

    def test_2000_recommendations(self, admin_client, as_served, django_assert_max_num_queries):
        index, addressee = None, AddresseeFactory()
        for number in range(4):
            forum = forum_on(f"{2015 + number}-04-26", number + 1, index)
            index = forum.get_parent()
            page = adopted(forum, [f"Пункт {n}" for n in range(500)], addressee)
            keys = [item.translation_key for item in items_of(page)]
            told = [ProgressReportFactory.build(recommendation_key=key, date=dt.date(2019, 6, 1)) for key in keys]
            ProgressReport.objects.bulk_create(told)
        admin_client.get(reverse(BOARD))

        with django_assert_max_num_queries(15):
            page = admin_client.get(reverse(BOARD), {"tab": "all"})

        assert page.context["page_obj"].paginator.count == 2000


def test_the_organiser_s_report(admin_client, town):
    book = load_workbook(io.BytesIO(admin_client.get(reverse("followup_admin:report", args=["xlsx"])).content))
    table = admin_client.get(reverse("followup_admin:report", args=["csv"])).content.decode("utf-8-sig")

    assert [sheet.title for sheet in book.worksheets] == ["По адресатам", "По исполнителям", "Список"]
    assert book.worksheets[0].cell(2, 1).value == "Органы власти"
    assert ["Органы власти", "5"] in [row[:2] for row in csv.reader(io.StringIO(table), delimiter=";")]
    assert "СЕКРЕТНАЯ" not in table
    assert admin_client.get(reverse("followup_admin:report", args=["exe"])).status_code == 404
