"""Where a document may be cut, and which lines are one."""

import pytest

from documents import read
from forums.importing.parser import ordered
from forums.importing.segmentation import segments, without_furniture


def cut(text: str, name: str = "a.txt"):
    return segments(ordered(read(text.encode(), name).lines))


def texts(text: str) -> list[str]:
    return [segment.written for segment in cut(text)]


def test_numbers_inside_a_line_are_cuts():
    found = texts("Форум решил: 1.Проводить встречи с жителями. 2.Создать фонд. 3.Открыть клуб.")
    assert found[-3:] == ["1. Проводить встречи с жителями.", "2. Создать фонд.", "3. Открыть клуб."]


def test_a_number_that_belongs_to_no_list_cuts_nothing():
    found = texts("Форум решил отремонтировать дом 5. Улица Лесная ждёт.")
    assert not any(segment.startswith("5.") for segment in found)


@pytest.mark.parametrize("bullet", ["•", "▪", "–"])
def test_bullets_inside_a_line_are_cuts(bullet):
    found = texts(f"Рекомендуем: {bullet} создать парк; {bullet} открыть музей; {bullet} построить мост.")
    assert [segment for segment in found if segment.startswith(bullet)] == [
        f"{bullet} создать парк;", f"{bullet} открыть музей;", f"{bullet} построить мост.",
    ]  # fmt: skip


def test_addressee_and_action_inside_a_sentence_are_cuts():
    found = texts("Участники слушаний рекомендуют Совету депутатов утвердить отчёт.")
    assert found == ["Участники слушаний рекомендуют", "Совету депутатов", "утвердить отчёт."]


def test_date_and_place_are_cuts():
    assert texts("26 апреля 2017 года, г. Озёрск") == ["26 апреля 2017 года,", "г. Озёрск"]


def test_initials_and_towns_are_no_marks():
    assert texts("г. Озёрск") == ["г. Озёрск"]
    assert texts("П. Петров") == ["П. Петров"]


def test_chain_of_numbers_is_followed_through_sections():
    chains = [
        (segment.mark.value, segment.chain) for segment in cut("1. Раз\n1.1. Два\n1.2. Три\n2. Четыре") if segment.mark
    ]
    assert chains == [("1", "first"), ("1.1", "first"), ("1.2", "last"), ("2", "last")]


def test_page_numbers_and_running_heads_are_no_text():
    body = [f"{number}. Создать парк номер {number} в городе." for number in range(1, 60)]
    for place in (50, 35, 20, 5):
        body[place:place] = [f"- {place} -", "Вестник города, выпуск 5"]
    kept, moved = without_furniture(ordered(read("\n".join(body).encode(), "a.txt").lines))
    assert len(kept) == 59
    assert len(moved) == 8


def test_a_word_cut_at_the_end_of_a_line_is_mended():
    line = "Форум решил обратиться к администрации города с предло-\nжением построить школу на берегу реки и сквер.\n"
    text = line * 3
    assert "предложением" in " ".join(segment.group.text for segment in cut(text))
