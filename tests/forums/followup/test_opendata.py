"""Open data: keys and columns that do not change."""

import csv
import io
import json
import uuid

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale

from forums.followup.choices import Status
from forums.resolutions.models import Recommendation
from tests.factories.followup import items_of

pytestmark = pytest.mark.django_db

KEYS = ["id", "url", "forum", "forum_url", "resolution_url", "number", "text", "kind", "kind_label", "addressee"]
KEYS += ["topics", "status", "status_label", "status_on", "adopted_on", "due_on"]


def as_json(client) -> dict:
    return json.loads(client.get("/opendata/recommendations.json").content)


def test_json_has_the_promised_keys(client, town):
    told = as_json(client)

    assert list(told) == ["updated", "licence", "recommendations"]
    assert [list(item) for item in told["recommendations"]] == [KEYS] * 5
    base = told["recommendations"][0]
    assert base["id"] == str(town.base.translation_key)
    assert base["topics"] == ["НКО"]
    assert (base["status"], base["status_on"], base["adopted_on"]) == ("done", "2017-10-01", "2017-04-26")
    assert (base["kind_label"], base["status_label"]) == ("разовая", "Исполнено")
    assert base["url"].startswith("http")
    assert client.get(base["url"]).status_code == 200


def test_csv_opens_in_excel_and_says_the_same(client, town):
    response = client.get("/opendata/recommendations.csv")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))

    assert response.content.startswith(b"\xef\xbb\xbf")
    assert list(rows[0]) == KEYS
    for row, item in zip(rows, as_json(client)["recommendations"], strict=True):
        assert row["id"] == item["id"]
        assert (row["status"], row["status_label"]) == (item["status"], item["status_label"])
        assert row["topics"] == "; ".join(item["topics"])


def test_identifiers_outlive_publication_and_renumbering(client, town):
    before = [item["id"] for item in as_json(client)["recommendations"]]

    town.resolution.save_revision().publish()

    assert [item["id"] for item in as_json(client)["recommendations"]] == before
    assert all(uuid.UUID(key) for key in before)


def test_internal_notes_and_drafts_are_not_in_it(client, town):
    for address in ("/opendata/recommendations.json", "/opendata/recommendations.csv"):
        assert "СЕКРЕТНАЯ" not in client.get(address).content.decode()
    told = {item["text"]: item["status"] for item in as_json(client)["recommendations"]}
    assert told["Создать благотворительный фонд"] == "no_answer"


def test_schema_describes_every_column(client, town):
    schema = json.loads(client.get("/opendata/recommendations.schema.json").content)

    assert [field["name"] for field in schema["fields"]] == KEYS
    assert schema["primaryKey"] == "id"
    (status,) = [field for field in schema["fields"] if field["name"] == "status"]
    assert status["constraints"]["enum"] == Status.values


def test_the_page_explains_it(client, town):
    page = client.get("/opendata/").content.decode()

    assert "Условия использования" in page
    assert all(f"<code>{key}</code>" in page for key in KEYS)


def test_in_english_texts_fall_back_to_russian(client, town):
    Locale.objects.get_or_create(language_code="en")
    with override("en"):
        address = reverse("followup:json")

    told = json.loads(client.get(address).content)

    assert address.startswith("/en/")
    assert told["recommendations"][0]["id"] == str(town.base.translation_key)


def test_what_is_private_is_left_out(client, town):
    from wagtail.models import PageViewRestriction

    PageViewRestriction.objects.create(page=town.first, restriction_type=PageViewRestriction.LOGIN)

    assert [item["text"] for item in as_json(client)["recommendations"]] == ["Создать наконец фонд"]


def test_no_cell_is_a_formula(client, town):
    Recommendation.objects.filter(pk=town.base.pk).update(text="=HYPERLINK(1)")

    rows = csv.DictReader(
        io.StringIO(client.get("/opendata/recommendations.csv").content.decode("utf-8-sig")), delimiter=";"
    )

    assert next(rows)["text"] == "'=HYPERLINK(1)"


def test_queries_do_not_grow(client, town, django_assert_max_num_queries):
    client.get("/opendata/recommendations.json")
    with django_assert_max_num_queries(12):
        client.get("/opendata/recommendations.json")
    assert Recommendation.objects.count() == len(items_of(town.resolution)) + 1
