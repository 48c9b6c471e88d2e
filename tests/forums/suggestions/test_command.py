"""``suggest_recommendations`` as it is called."""

import json

import pytest
from django.core.management import CommandError, call_command

from forums.resolutions.models import Recommendation
from tests.factories.followup import adopted, forum_on
from tests.forums.suggestions.labelled import HERE, cases

FILE = str(HERE / "berezogorsk.md")


@pytest.fixture
def texts(tmp_path):
    """``texts(case, …)``: the path of a file with these; ``texts(lines)`` with lines as they are."""

    def write(*given):
        lines = [
            one
            if isinstance(one, str)
            else json.dumps({"id": one.id, "title": one.told.title, "text": one.told.text}, ensure_ascii=False)
            for one in given
        ]
        path = tmp_path / "texts.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        return str(path)

    return write


def run(capsysbinary, resolution: str, path: str) -> list[dict]:
    call_command("suggest_recommendations", "--resolution", resolution, "--texts", path, "--json")
    return [json.loads(line) for line in capsysbinary.readouterr().out.decode().splitlines()]


def test_a_line_for_each_text(texts, capsysbinary):
    given = cases("berezogorsk.json")
    found = run(capsysbinary, FILE, texts(*given))
    assert [line["id"] for line in found] == [case.id for case in given]
    assert all(set(line) == {"id", "suggestions"} for line in found)
    assert all(len(line["suggestions"]) <= 3 for line in found)
    suggestions = [one for line in found for one in line["suggestions"]]
    assert all(set(one) == {"number", "score", "because"} for one in suggestions)
    assert all(0.5 <= one["score"] <= 1 for one in suggestions)
    animals = next(line for line in found if line["id"] == "b03")
    assert animals["suggestions"][0]["number"] == "1.3"
    assert "Ветеринар" in animals["suggestions"][0]["because"]
    scores = [one["score"] for one in animals["suggestions"]]
    assert scores == sorted(scores, reverse=True)


def test_empty_lines_and_missing_fields(texts, capsysbinary):
    found = run(capsysbinary, FILE, texts('{"id": 7, "title": null}', "", '{"id": "x", "text": "Приют для собак"}'))
    assert [line["id"] for line in found] == [7, "x"]
    assert found[0]["suggestions"] == []


def test_in_words(texts, capsysbinary):
    [case, *_others] = [case for case in cases("berezogorsk.json") if case.id == "b03"]
    call_command("suggest_recommendations", "--resolution", FILE, "--texts", texts(case))
    assert capsysbinary.readouterr().out.decode().startswith("b03: 1.3 (")


@pytest.mark.django_db
def test_a_published_resolution(site, texts, capsysbinary):
    text = "Регулярно проводить для молодёжи ярмарки вакансий"
    page = adopted(forum_on("2026-04-26", 1), [Recommendation(text=text, kind="recurring"), "Создать музей"])
    path = texts('{"id": "a", "title": "Студенты нашли работу", "text": "Работодатели собирали резюме."}')
    for address in (page.url, page.full_url, page.url.strip("/")):
        [line] = run(capsysbinary, address, path)
        assert [one["number"] for one in line["suggestions"]] == ["1.1"]
    page.unpublish()
    with pytest.raises(CommandError, match=r"neither a file nor|не файл и не адрес"):
        run(capsysbinary, page.url, path)


@pytest.mark.django_db
@pytest.mark.parametrize("lines", [["[]"], ["{"], ['{"title": "без номера"}']])
def test_a_bad_line_is_named(texts, lines, capsysbinary):
    with pytest.raises(CommandError, match="1"):
        run(capsysbinary, FILE, texts(*lines))


def test_no_texts_no_resolution(texts, capsysbinary, tmp_path):
    with pytest.raises(CommandError):
        run(capsysbinary, FILE, str(tmp_path / "missing.jsonl"))
    news = tmp_path / "news.txt"
    news.write_text("Завтра будет дождь.", encoding="utf-8")
    with pytest.raises(CommandError):
        run(capsysbinary, str(news), texts("{}"))
