"""The editor's way with news through the real admin."""

import pytest
from wagtail.test.utils.form_data import rich_text, streamfield

from home.news.models import NewsPage
from tests.factories.home import NewsIndexPageFactory

pytestmark = pytest.mark.django_db

NEWS = {
    "title": "Двор сдан",
    "slug": "dvor-sdan",
    "summary": "Жители подписали акт.",
    "date": "2026-05-14",
    "body": streamfield([("paragraph", rich_text("<p>Во дворе появился навес.</p>"))]),
    "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 0},
    "action-publish": "1",
}


def test_news_are_added_in_one_go(admin_client, add_page, site):
    index = NewsIndexPageFactory(parent=site.home)
    response = add_page(index, NewsPage, NEWS)
    assert response.status_code == 302
    assert "появился навес" in admin_client.get(NewsPage.objects.get().url).content.decode().replace("\xa0", " ")
