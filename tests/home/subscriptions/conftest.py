import datetime as dt

import pytest
from django.utils import timezone

from core.models import Letter
from forums.followup.models import ProgressReport
from home.subscriptions.digests import send_digests
from tests.factories.followup import ProgressReportFactory, adopted, forum_on, items_of
from tests.factories.subscriptions import SubscriptionFactory

ANNA = "anna@novodumsk.example"


@pytest.fixture
def resolution(site):
    """A resolution of two items."""
    forum = forum_on("2017-04-26", 2)
    return adopted(forum, ["Создать единую базу", "Проводить ярмарки"])


@pytest.fixture
def item(resolution):
    return items_of(resolution)[0]


@pytest.fixture
def anna():
    """``anna(kind, key)``: what she follows."""
    made = {}

    def follow(kind: str, key: object = "", **fields):
        if made:
            fields["contact"] = made["contact"]
        else:
            fields["contact__email"] = ANNA
        one = SubscriptionFactory(kind=kind, key=str(key), **fields)
        made["contact"] = one.contact
        return one

    return follow


def heard(minutes: int = 10) -> dt.datetime:
    """A moment that runs of now tell of."""
    return timezone.now() - dt.timedelta(minutes=minutes)


def report(item, minutes: int = 10, **fields) -> ProgressReport:
    """An approved report about a recommendation."""
    at = heard(minutes)
    return ProgressReportFactory(recommendation_key=item.translation_key, first_published_at=at, **fields)


def digests() -> list[Letter]:
    """Write what is due; the letters of this run, in the order of writing."""
    known = set(Letter.objects.values_list("pk", flat=True))
    send_digests()
    return list(Letter.objects.exclude(pk__in=known).order_by("pk"))
