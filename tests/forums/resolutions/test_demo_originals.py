"""The demo's Word files hold what its pages say, and are the same on every load."""

import datetime as dt

import pytest

from documents import read
from forums.importing import parse
from forums.resolutions.demo.originals import original_of
from forums.resolutions.demo.texts import FIRST, SECOND, THIRD

DAY, THEME = dt.date(2024, 4, 26), "Город для каждого возраста"


@pytest.mark.parametrize("adopted", [FIRST, SECOND, THIRD], ids=lambda adopted: f"forum-{adopted.number}")
def test_original_is_read_back(adopted):
    data = original_of(adopted, "I Общественного форума Новодумска", THEME, DAY)
    resolution = parse(read(data, "resolution.docx"))
    assert [item.text for item in resolution.items] == [item.text for part in adopted.parts for item in part.items]
    assert resolution.adopted_on == DAY
    assert resolution.forum.theme == THEME
    assert data == original_of(adopted, "I Общественного форума Новодумска", THEME, DAY)
