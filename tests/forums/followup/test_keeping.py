"""Nothing that editors do to the adopted text loses what is known of it."""

import datetime as dt

import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from forums.followup.dossiers import load_dossiers
from forums.followup.models import ProgressReport
from forums.followup.subjects import load_subjects, subjects_of
from forums.resolutions.models import Recommendation, ResolutionPage
from tests.factories.followup import ProgressReportFactory, adopted, forum_on, items_of

pytestmark = pytest.mark.django_db
LATER = dt.date(2018, 1, 1)


@pytest.fixture
def resolution():
    page = adopted(forum_on("2017-04-26", 1), ["создать базу", "провести семинар", "вести архив"])
    for number, item in enumerate(items_of(page), 1):
        ProgressReportFactory(recommendation_key=item.translation_key, text=f"о пункте {number}")
    return page


def told(page) -> dict[str, str]:
    """Text of each recommendation and of its last report."""
    fresh = ResolutionPage.objects.get(pk=page.pk)
    dossiers = load_dossiers(subjects_of(fresh), LATER)
    return {item.subject.text: item.latest_report.text if item.latest_report else None for item in dossiers}


WHOLE = {"создать базу": "о пункте 1", "провести семинар": "о пункте 2", "вести архив": "о пункте 3"}


def test_publishing(resolution):
    resolution.save_revision().publish()
    resolution.refresh_from_db()
    resolution.save_revision().publish()

    assert told(resolution) == WHOLE


def test_reordering(resolution):
    page = ResolutionPage.objects.get(pk=resolution.pk)
    section = page.sections.first()
    items = list(reversed(section.recommendations.all()))
    for place, item in enumerate(items):
        item.sort_order = place
    section.recommendations = items
    page.sections = [section]
    page.save_revision().publish()

    assert [item.text for item in items_of(page)] == ["вести архив", "провести семинар", "создать базу"]
    assert told(page) == WHOLE


def test_renumbering(resolution):
    page = ResolutionPage.objects.get(pk=resolution.pk)
    section = page.sections.first()
    items = list(section.recommendations.all())
    for item, number in zip(items, ["7", "8", "9"], strict=True):
        item.number = number
    section.recommendations = items
    page.sections = [section]
    page.save_revision().publish()

    assert [item.number for item in items_of(page)] == ["7", "8", "9"]
    assert told(page) == WHOLE


def test_removing_an_item_leaves_its_history_to_the_editors(resolution):
    page = ResolutionPage.objects.get(pk=resolution.pk)
    section = page.sections.first()
    gone, *kept = section.recommendations.all()
    section.recommendations = kept
    page.sections = [section]
    page.save_revision().publish()

    assert set(told(page)) == set(WHOLE) - {gone.text}
    assert [report.text for report in ProgressReport.objects.orphans()] == ["о пункте 1"]


def test_a_translation_shares_the_history_and_keeps_it_when_synchronised(resolution):
    english, _created = Locale.objects.get_or_create(language_code="en")
    source, _created = TranslationSource.update_or_create_from_instance(resolution)
    translation = Translation.objects.create(source=source, target_locale=english)
    translation.save_target(publish=True)
    translated = ResolutionPage.objects.get(locale=english)
    assert sorted(told(translated).values()) == sorted(WHOLE.values())

    page = ResolutionPage.objects.get(pk=resolution.pk)
    page.save_revision().publish()
    source.update_from_db()
    translation.save_target(publish=True)

    assert sorted(told(translated).values()) == sorted(WHOLE.values())
    assert told(page) == WHOLE


def test_an_item_without_a_translation_is_shown_in_russian(resolution):
    Locale.objects.get_or_create(language_code="en")

    subjects = load_subjects("en")

    assert [subject.language for subject in subjects] == ["ru", "ru", "ru"]


def test_a_draft_of_the_resolution_is_nobody_s_business(resolution):
    ResolutionPage.objects.filter(pk=resolution.pk).update(live=False)

    assert load_subjects() == []
    assert not ProgressReport.objects.orphans().exists(), "an unpublished item is not a removed one"


def test_loading_takes_the_same_queries_for_three_and_for_sixty(resolution, django_assert_max_num_queries):
    other = adopted(forum_on("2018-04-26", 2, resolution.get_parent().get_parent()), [f"пункт {n}" for n in range(60)])
    for item in items_of(other):
        ProgressReportFactory.create_batch(3, recommendation_key=item.translation_key, date=dt.date(2018, 5, 1))
    assert Recommendation.objects.count() == 63

    with django_assert_max_num_queries(10):
        subjects = load_subjects()
        dossiers = load_dossiers(subjects, dt.date(2019, 1, 1))
        assert all(item.subject.url and item.subject.addressee for item in dossiers)
