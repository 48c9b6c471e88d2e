"""The form behind a link in a letter: for whom it opens, what it makes, what it says to bad input."""

import datetime as dt
import io
from urllib.parse import urlsplit

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image
from wagtail.models import WorkflowState

from core.roles import EDITORS
from forums.followup.dossiers import load_dossiers
from forums.followup.evidence_files import PENDING
from forums.followup.models import Assignment, ProgressReport
from forums.followup.report_form import ReportForm
from forums.followup.report_links import LIFETIME, report_url
from forums.followup.subjects import load_subjects
from forums.resolutions.models import Recommendation
from tests.factories.core import stamped
from tests.factories.followup import (
    AssignmentFactory,
    ProgressReportFactory,
    UserFactory,
    adopted,
    forum_on,
    items_of,
)

pytestmark = pytest.mark.django_db
CONTACT = "petrova@example.org"
NOON = dt.datetime(2018, 2, 26, 7, 0, tzinfo=dt.UTC)
GOOD = {"said": "in_progress", "text": "Обращение составлено.", "website": ""}
PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def item(town) -> Recommendation:
    """A one-off that is due on 1 March 2018."""
    AssignmentFactory(
        recommendation_key=town.silent.translation_key,
        date=dt.date(2017, 12, 1),
        due_on=dt.date(2018, 3, 1),
        contact_email=CONTACT,
    )
    return town.silent


def address(item: Recommendation, email: str = CONTACT) -> str:
    return urlsplit(report_url(item.translation_key, email)).path


def send(client, item: Recommendation, data: dict | None = None):
    return client.post(address(item), stamped(ReportForm.form_name, {**GOOD, **(data or {})}))


def sent() -> ProgressReport | None:
    return ProgressReport.objects.filter(live=False).first()


def approve(report: ProgressReport, user) -> None:
    state = WorkflowState.objects.get(object_id=str(report.pk), status="in_progress")
    state.current_task_state.specific.task.specific.on_action(state.current_task_state, user, "approve")


def due_on(item: Recommendation) -> dt.date | None:
    (dossier,) = load_dossiers(load_subjects(keys=[item.translation_key]), timezone.localdate())
    return dossier.standing.due_on


def test_the_form_makes_a_draft_that_waits_for_approval(item, client, admin_client):
    assert "Создать благотворительный фонд" in client.get(address(item)).content.decode()
    response = send(client, item, {"url": "https://novodumsk.example/minutes"})
    assert (response.status_code, response["Location"]) == (302, address(item))

    report = sent()
    body = Assignment.objects.get(contact_email=CONTACT).body
    assert (report.outcome, report.text, report.body) == ("in_progress", GOOD["text"], body)
    assert [evidence.url for evidence in report.evidence.all()] == ["https://novodumsk.example/minutes"]
    assert str(report) in admin_client.get("/admin/followup/?tab=waiting").content.decode()
    assert GOOD["text"] in client.get(address(item)).content.decode()
    assert GOOD["text"] not in client.get(urlsplit(items_url(item)).path).content.decode()


def items_url(item: Recommendation) -> str:
    return load_subjects(keys=[item.translation_key])[0].full_url


def test_approved_it_is_on_the_public_page(item, client, admin_user):
    send(client, item)
    approve(sent(), admin_user)
    assert GOOD["text"] in client.get(urlsplit(items_url(item)).path).content.decode()


def test_a_look_changes_nothing_and_asks_for_no_cookie(item, client):
    response = client.get(address(item))
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "same-origin"
    assert not ProgressReport.objects.filter(live=False).exists()
    assert Client(enforce_csrf_checks=True).post(address(item), stamped(ReportForm.form_name, GOOD)).status_code == 302


def test_while_a_report_waits_no_other_can_be_sent(item, client):
    send(client, item)
    assert send(client, item).status_code == 200
    assert ProgressReport.objects.filter(live=False).count() == 1


def test_a_mail_server_that_is_away_loses_no_report(item, client, settings):
    """That Wagtail cannot tell those who approve is logged, and no more."""
    UserFactory(username="editor").groups.add(Group.objects.get(name=EDITORS))
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert send(client, item).status_code == 302
    assert WorkflowState.objects.filter(object_id=str(sent().pk), status="in_progress").exists()


def test_nobody_is_named_in_the_link(item):
    assert CONTACT not in address(item)
    assert "@" not in address(item)


def test_a_link_is_good_for_two_weeks(item, client):
    old = address(item)
    with time_machine.travel(NOON + LIFETIME, tick=False):
        assert client.get(old).status_code == 200
    with time_machine.travel(NOON + LIFETIME + dt.timedelta(seconds=2), tick=False):
        response = client.post(old, stamped(ReportForm.form_name, GOOD))
    assert response.status_code == 410
    assert sent() is None


@pytest.mark.parametrize("token", ["nonsense", "a:b:c", "WyJhIiwiYiJd:1x:y"])
def test_what_is_no_link_of_ours_is_said_to_be_none(client, item, token):
    response = client.get(f"/report/{token}/")
    assert response.status_code == 404
    assert "link_refused" in response.templates[0].name


def test_a_new_key_of_the_site_ends_all_links(client, item, settings):
    old = address(item)
    settings.SECRET_KEY = "another key of the site"
    assert client.get(old).status_code == 404


def test_a_link_that_is_cut_short_is_none(client, item):
    cut = address(item)[:-6]
    assert client.get(f"{cut}/").status_code == 404


@pytest.mark.parametrize("fields", [{"contact_email": "new@example.org"}, {"contact_email": ""}])
def test_who_is_no_contact_any_more_is_told_so(item, client, fields):
    AssignmentFactory(recommendation_key=item.translation_key, date=dt.date(2018, 2, 1), **fields)
    assert client.get(address(item)).status_code == 403
    assert send(client, item).status_code == 403
    assert sent() is None


def test_a_link_to_what_is_not_on_the_site_any_more(item, town, client):
    town.resolution.unpublish()
    assert client.get(address(item)).status_code == 403


def test_a_moved_date_counts_once_it_is_approved(item, client, admin_user):
    send(client, item, {"said": "moved", "text": "Устав готов.", "new_date": "2018-06-01", "why": "Ждём решения."})
    report = sent()
    assert (report.outcome, report.due_moved_to, report.text) == (
        "moved",
        dt.date(2018, 6, 1),
        "Устав готов.\n\nЖдём решения.",
    )
    assert due_on(item) == dt.date(2018, 3, 1)
    approve(report, admin_user)
    assert due_on(item) == dt.date(2018, 6, 1)
    assert "01.06.2018" in client.get(urlsplit(items_url(item)).path).content.decode()
    ProgressReport.objects.get(pk=report.pk).unpublish()
    assert due_on(item) == dt.date(2018, 3, 1)


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({"said": ""}, {"said"}),
        ({"said": "kept"}, {"said"}),
        ({"text": " "}, {"text"}),
        ({"text": "я" * 3001}, {"text"}),
        ({"text": "нулевой \x00 байт"}, {"text"}),
        ({"new_date": "2018-06-01"}, {"new_date"}),
        ({"said": "moved"}, {"new_date", "why"}),
        ({"said": "moved", "new_date": "2018-03-01", "why": "Ждём."}, {"new_date"}),
        ({"said": "moved", "new_date": "весной", "why": "Ждём."}, {"new_date"}),
        ({"url": "протокол"}, {"url"}),
        ({"url": "javascript:alert(1)"}, {"url"}),
    ],
)
def test_bad_input_is_answered_at_its_field_and_keeps_what_was_typed(item, client, change, names):
    response = send(client, item, change)
    assert response.status_code == 422
    assert set(response.context["form"].errors) == names
    if "text" not in change:
        assert GOOD["text"] in response.content.decode()
    assert sent() is None


def test_days_may_be_typed_as_people_write_them(item, client):
    assert send(client, item, {"said": "moved", "new_date": "01.06.2018", "why": "Ждём."}).status_code == 302


def test_a_robot_is_answered_and_forgotten(item, client):
    assert send(client, item, {"website": "https://spam.example"}).status_code == 302
    assert sent() is None


def test_too_many_from_one_address_are_stopped(item, client, town):
    for _number in range(ReportForm.limit_per_address):
        assert send(client, item).status_code == 302
        WorkflowState.objects.all().delete()
    assert send(client, item).status_code == 429


@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("silent", ["done", "in_progress", "unchanged", "moved"]),
        ("fair", ["done", "unchanged", "moved"]),
        ("traditions", ["in_progress", "unchanged", "moved"]),
    ],
)
def test_only_what_fits_the_kind_is_offered(town, client, name, choices):
    item = getattr(town, name)
    AssignmentFactory(recommendation_key=item.translation_key, date=dt.date(2018, 1, 1), contact_email=CONTACT)
    form = client.get(address(item)).context["form"]
    assert [value for value, _label in form.fields["said"].choices] == choices
    for said in choices:
        moved = {"new_date": "2019-06-01", "why": "Ждём."} if said == "moved" else {}
        assert send(client, item, {"said": said, **moved}).status_code == 302
        sent().full_clean()
        ProgressReport.objects.filter(live=False).delete()
        WorkflowState.objects.all().delete()


def test_work_that_has_begun_and_not_changed_is_still_under_way(item, client):
    ProgressReportFactory(
        recommendation_key=item.translation_key, date=dt.date(2018, 1, 10), outcome="in_progress", text="Начали."
    )
    send(client, item, {"said": "unchanged"})
    assert sent().outcome == "in_progress"


def picture() -> bytes:
    target = io.BytesIO()
    exif = Image.Exif()
    exif[271] = "Camera of a clerk"
    Image.new("RGB", (40, 30), "green").save(target, "JPEG", exif=exif)
    return target.getvalue()


@pytest.mark.parametrize(("name", "content"), [("minutes.pdf", PDF), ("фото.jpg", picture())])
def test_a_file_is_seen_once_the_report_is_approved(item, client, admin_user, settings, tmp_path, name, content):
    settings.MEDIA_ROOT = tmp_path
    assert send(client, item, {"upload": SimpleUploadedFile(name, content)}).status_code == 302
    document = sent().evidence.get().document
    assert document.collection.name == PENDING
    assert client.get(document.url).status_code == 302  # to the sign-in
    signed_in = Client()
    signed_in.force_login(UserFactory())
    assert signed_in.get(document.url).status_code == 200
    assert b"Camera" not in document.file.read()

    approve(sent(), admin_user)

    assert b"".join(client.get(document.url)).startswith(content[:4])
    assert document.url in client.get(urlsplit(items_url(item)).path).content.decode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("program.exe", b"MZ"),
        ("minutes.pdf", b"no PDF at all"),
        ("photo.jpg", picture()[:200]),
        ("photo.png", b"no picture"),
        ("big.pdf", PDF + b" " * 10 * 1024 * 1024),
    ],
)
def test_other_files_are_refused_with_words(item, client, name, content):
    response = send(client, item, {"upload": SimpleUploadedFile(name, content)})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["upload"]


def test_queries_do_not_grow_with_other_recommendations(item, town, client):
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address(item)).status_code == 200
        return len(seen)

    queries()  # fills the caches
    before = queries()
    more = [Recommendation(text=f"Создать {n}-й сквер", kind=Recommendation.Kind.ONE_OFF) for n in range(20)]
    for other in items_of(adopted(forum_on("2017-05-26", 9, town.first.get_parent()), more)):
        AssignmentFactory(recommendation_key=other.translation_key, contact_email=CONTACT)
    assert queries() == before
