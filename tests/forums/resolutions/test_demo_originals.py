"""The demo's Word files hold what its pages say, and are the same on every load."""

import datetime as dt

import pytest

from documents import read
from forums.editions.demo.first import FIRST
from forums.editions.demo.second import SECOND
from forums.editions.demo.third import THIRD
from forums.importing import parse
from forums.resolutions.demo import original_of

DAY = dt.date(2024, 4, 26)


@pytest.mark.parametrize("edition", [FIRST, SECOND, THIRD], ids=lambda edition: edition.slug)
def test_original_is_read_back(edition):
    data = original_of(edition, "I Общественного форума Новодумска", DAY)
    resolution = parse(read(data, "resolution.docx"))
    assert [item.text for item in resolution.items] == [item.text for part in edition.parts for item in part.items]
    assert resolution.adopted_on == DAY
    assert resolution.forum.theme == edition.theme
    assert data == original_of(edition, "I Общественного форума Новодумска", DAY)
