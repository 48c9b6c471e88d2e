"""Counts in passing: front page, archive, a forum's page."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale

from core.models import Organisation
from forums.followup.dossiers import load_dossiers
from forums.followup.subjects import load_subjects
from forums.followup.tallies import Ledger, tallies_of, tally

pytestmark = pytest.mark.django_db


def test_four_queries_for_all_forums(town, django_assert_max_num_queries):
    forums = [town.first, town.second]
    with django_assert_max_num_queries(4):
        found = tallies_of(forums, dt.date(2018, 4, 26))

    assert found[town.first.pk].counts == {"done": 1, "kept": 1, "active": 1, "no_answer": 1}
    assert found[town.second.pk].total == 1


@pytest.mark.parametrize("day", ["2017-04-25", "2017-06-01", "2018-04-26", "2020-01-01"])
def test_the_short_way_counts_as_the_long_one(town, day):
    on = dt.date.fromisoformat(day)
    short = Ledger.load(town.first.locale).tally(on)
    long = tally(load_dossiers(load_subjects(), on))

    assert (short.counts, short.overdue) == (long.counts, long.overdue)


def test_the_archive_and_the_forum_show_counts(client, town):
    for address in (town.first.get_parent().url, town.first.url, town.second.url):
        assert "status-bar" in client.get(address).content.decode()
    assert f"{town.second.url}progress/" in client.get(town.second.url).content.decode()
    assert "progress/" not in client.get(town.first.url).content.decode()


def test_bars_tell_counts_in_words(client, town):
    page = client.get(town.second.url + "progress/").content.decode()

    assert 'aria-label="Исполнено: 1, Исполняется: 2, Без ответа: 1"' in page


def test_bodies_have_english_names(town):
    english = Locale.objects.get_or_create(language_code="en")[0]
    body = Organisation.objects.get(title="Управление культуры")
    translated = body.copy_for_translation(english)
    translated.title = "Department of Culture"
    translated.save()

    with override("en"):
        names = {
            item.assignment.body.title
            for item in load_dossiers(load_subjects("en"), dt.date(2018, 1, 1))
            if item.assignment
        }
        assert reverse("followup:open_data") == "/en/opendata/"

    assert names == {"Department of Culture"}
