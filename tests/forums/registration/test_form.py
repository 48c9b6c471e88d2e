import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from forums.registration.models import Section
from tests.reading import words

pytestmark = pytest.mark.django_db


def test_the_form_asks_for_the_free_places_of_all_sections_at_once(client, period, base):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(base).status_code == 200
        return len(asked)

    queries()
    few = queries()
    for place in range(2, 8):
        Section.objects.create(period=period, title=f"Секция {place}", capacity=place, sort_order=place)
    assert queries() == few
    assert "Секция 7 — 7" in words(client.get(base))
