"""«С прошлого форума»: the page, its PDF, CSV and JSON."""

import csv
import datetime as dt
import io
import json

import pypdf
import pytest
import time_machine
from django.test import Client

from forums.followup.models import ProgressReport
from forums.resolutions.models import ResolutionSection
from tests.factories.followup import ProgressReportFactory, adopted, items_of

from .conftest import SECRET, Town

pytestmark = pytest.mark.django_db


def url(town: Town, ending: str, on: str = "", forum=None) -> str:
    return f"{(forum or town.second).url}{ending}" + (f"?on={on}" if on else "")


def data(client: Client, town: Town, on: str = "", forum=None) -> dict:
    return json.loads(client.get(url(town, "progress.json", on, forum)).content)


def statuses(told: dict) -> dict[str, str]:
    return {item["text"]: item["status"] for item in told["recommendations"]}


def test_the_opening_day_is_the_usual_one(client, town):
    told = data(client, town)

    assert (told["on"], told["since"]) == ("2018-04-26", "2017-04-26")
    assert statuses(told) == {
        "Создать единую базу проектов": "done",
        "Проводить ярмарки вакансий": "kept",
        "Укреплять традиции поощрения": "active",
        "Создать благотворительный фонд": "no_answer",
    }
    assert {name: n for name, n in told["counts"].items() if n} == {"done": 1, "kept": 1, "active": 1, "no_answer": 1}
    assert (told["answers"], told["reports"]) == (3, 4)


DAYS = {
    "2017-06-01": ["accepted", "accepted", "accepted", "no_answer"],
    "2017-09-20": ["in_progress", "kept", "accepted", "no_answer"],
    "2018-04-26": ["done", "kept", "active", "no_answer"],
}


def test_time_travel_shows_what_was_seen_then(client, town):
    """The page of a day is the same whether asked on that day or years after, whatever is told in between."""
    seen = {}
    for day in DAYS:
        later = list(ProgressReport.objects.filter(date__gt=day))
        ProgressReport.objects.filter(date__gt=day).delete()
        with time_machine.travel(f"{day}T12:00:00+05:00"):
            seen[day] = data(client, town, day)
        ProgressReport.objects.bulk_create(later)

    ProgressReportFactory(recommendation_key=town.silent.translation_key, date=dt.date(2018, 5, 2), outcome="done")
    for day, expected in DAYS.items():
        now = data(client, town, day)
        assert list(statuses(now).values()) == expected
        assert now == seen[day]


def test_every_form_tells_the_same(client, town):
    page = client.get(url(town, "progress/")).content.decode()
    table = client.get(url(town, "progress.csv"))
    rows = list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig")), delimiter=";"))

    assert table.content.startswith(b"\xef\xbb\xbf")
    assert [row["status"] for row in rows] == list(statuses(data(client, town)).values())
    for text in ("Создать единую базу проектов", "База открыта", "26\u00a0апреля 2018"):
        assert text in page.replace("&nbsp;", "\u00a0")


def test_the_pdf_can_be_read_and_its_cyrillic_prints(client, town):
    response = client.get(url(town, "progress.pdf"))
    reader = pypdf.PdfReader(io.BytesIO(response.content))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())

    assert response["Content-Type"] == "application/pdf"
    assert "Что сделано с прошлого форума" in text
    assert "Создать единую базу проектов" in text
    assert "Исполнено" in text
    fonts = {
        str(font.get_object()["/BaseFont"]) for page in reader.pages for font in page["/Resources"]["/Font"].values()
    }
    assert all("Manrope" in font for font in fonts), "only the site's own font prints on every machine"


@pytest.mark.parametrize("ending", ["progress/", "progress.pdf", "progress.csv", "progress.json"])
def test_internal_notes_do_not_leave_the_admin(client, town, ending):
    assert ProgressReport.objects.filter(text=SECRET).exists()
    for on in ("", "2019-04-20"):
        content = client.get(url(town, ending, on)).content
        if ending.endswith("pdf"):
            content = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages).encode()
        assert SECRET.split()[0].encode() not in content


@pytest.mark.parametrize("ending", ["progress/", "progress.pdf", "progress.csv", "progress.json"])
def test_a_forum_with_nothing_before_it_has_no_such_page(client, town, ending):
    assert client.get(url(town, ending, forum=town.first)).status_code == 404


@pytest.mark.parametrize("on", ["2018-02-30", "вчера", "2018-4-26", "1900-01-01", "9999-12-31", "٢٠١٨-٠٤-٢٦", "0"])
def test_an_impossible_day_is_answered_with_a_message(client, town, on):
    page = client.get(url(town, "progress/"), {"on": on})

    assert page.status_code == 200
    assert page.context["problem"] in page.content.decode().replace("\u00a0", " ")
    assert page.context["report"].on == dt.date(2018, 4, 26)
    for ending in ("progress.csv", "progress.json", "progress.pdf"):
        refused = client.get(url(town, ending), {"on": on})
        assert refused.status_code == 400
        assert refused["Content-Type"].startswith("text/plain")


def test_before_the_forum_opens_the_state_is_todays(client, town):
    with time_machine.travel("2018-02-01T12:00:00+05:00"):
        assert data(client, town)["on"] == "2018-02-01"


def test_the_third_forum_looks_at_both(client, town):
    told = data(client, town, forum=town.third)

    assert [one["adopted_on"] for one in told["resolutions"]] == ["2018-04-26", "2017-04-26"]
    assert statuses(told)["Проводить ярмарки вакансий"] == "lapsed", "held in the first year, not in the second"
    assert told["repeated"] == 1, "the fund was asked for again"


def test_the_own_resolution_of_the_forum_is_not_its_past(client, town):
    assert "Создать наконец фонд" not in statuses(data(client, town))


def test_what_changed_in_the_year_is_told(client, town):
    period = client.get(url(town, "progress/", forum=town.third)).context["report"].period

    assert [item.subject.text for item in period.stopped] == [
        "Проводить ярмарки вакансий",
        "Укреплять традиции поощрения",
    ]
    assert period.done == [], "the base was done a year ago already"


def test_a_section_without_addressee_is_named_by_what_the_forum_does(client, town):
    section = town.resolution.sections.first()
    ResolutionSection.objects.filter(pk=section.pk).update(addressee=None, addressee_text="", verb="resolve")

    page = client.get(url(town, "progress/")).content.decode()
    told = data(client, town)
    text = pypdf.PdfReader(io.BytesIO(client.get(url(town, "progress.pdf")).content)).pages[0].extract_text()

    assert '<th scope="row">Форум решил</th>' in page
    assert 'Форум решил <span class="count">' in page
    assert {item["addressee"] for item in told["recommendations"]} == {"Форум решил"}
    assert list(told["resolutions"][0]["by_addressee"]) == ["Форум решил"]
    assert "Форум решил" in text


def test_a_reader_gets_no_cookie(client, town):
    for ending in ("progress/", "progress.json", "progress.pdf"):
        response = client.get(url(town, ending))
        assert not response.cookies


def test_queries_do_not_grow(client, town, django_assert_max_num_queries):
    big = adopted(town.third, [f"Пункт {n}" for n in range(60)])
    for item in items_of(big)[:40]:
        ProgressReportFactory(recommendation_key=item.translation_key, date=dt.date(2019, 6, 1))
    client.get(url(town, "progress/"))

    with django_assert_max_num_queries(22):
        client.get(url(town, "progress/"))
