"""Measuring an engine on a judged set."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from search.models import SearchEntry

pytestmark = pytest.mark.django_db


def run(**options) -> str:
    out = io.StringIO()
    call_command("evaluate_search", stdout=out, stderr=io.StringIO(), **options)
    return out.getvalue()


def write_lines(path, rows) -> str:
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return str(path)


def test_evaluation_measures_and_leaves_the_site_alone(tmp_path, add_page):
    add_page("Парк")
    before = list(SearchEntry.objects.values_list("pk", "digest"))
    corpus = write_lines(
        tmp_path / "d.jsonl",
        [
            {"id": "a", "title": "Дворы", "text": "Благоустройство", "language": "ru"},
            {"id": "b", "title": "", "text": "Улица и двор", "language": "ru"},
            {"id": "c", "title": "Yards", "text": "", "language": "en"},
        ],
    )
    queries = write_lines(
        tmp_path / "q.jsonl",
        [
            {"query": "благоустройству", "language": "ru", "relevant": {"a": 2}},
            {"query": "двор", "language": "ru", "relevant": {"b": 1}},
            {"query": "yard", "language": "en", "relevant": {"c": 1}},
            {"query": '"', "language": "ru", "relevant": {}},
        ],
    )
    report = json.loads(run(corpus=corpus, queries=queries, engine="sqlite", json=True))
    assert report["mrr@10"] == pytest.approx((1 + 0.5 + 1) / 3, abs=1e-3)
    assert report["recall@10"] == 1.0
    assert report["errors"] == 0
    assert {"p50_ms", "p95_ms", "indexed_per_s"} <= report.keys()
    assert list(SearchEntry.objects.values_list("pk", "digest")) == before


def test_evaluation_takes_what_others_write(tmp_path):
    corpus = tmp_path / "d.jsonl"
    rows = [
        {"id": 1, "text": "Благоустройство дворов\x00 \ud800"},
        {"id": "long" * 40, "title": None, "text": ["Реки", "и озёра"], "language": "ru-RU"},
        {"id": 1, "title": "Снова первый"},
    ]
    corpus.write_text("\ufeff\r\n" + "\r\n\r\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    queries = write_lines(
        tmp_path / "q.jsonl",
        [
            {"query": "дворы", "relevant": [1]},
            {"query": "озеро", "language": "RU", "relevant": {"long" * 40: "2"}},
            {"query": "река", "relevant": "long" * 40},
            {"query": 5, "relevant": None},
            {"query": ""},
        ],
    )
    report = json.loads(run(corpus=str(corpus), queries=queries, engine="sqlite", json=True))
    assert (report["mrr@10"], report["errors"], report["documents"], report["queries"]) == (1.0, 0, 3, 5)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[1, 2]", "one object a line"),
        ('{"title": "x"}', "there is no 'id'"),
        ('{"id": null}', "there is no 'id'"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_evaluation_says_what_is_wrong_with_a_line(tmp_path, line, said):
    broken = tmp_path / "d.jsonl"
    broken.write_text(f"\n{line}\n")
    with pytest.raises(CommandError, match=f"line 2.*{said}"):
        run(corpus=str(broken), queries=str(broken))


def test_evaluation_wants_numbers_for_grades_and_files_that_are_there(tmp_path):
    corpus = write_lines(tmp_path / "d.jsonl", [{"id": 1}])
    queries = write_lines(tmp_path / "q.jsonl", [{"query": "а", "relevant": {"1": "высоко"}}])
    with pytest.raises(CommandError, match="line 1: a grade is not a number"):
        run(corpus=corpus, queries=queries)
    with pytest.raises(CommandError, match="cannot be read"):
        run(corpus=str(tmp_path), queries=queries)


def test_evaluation_says_that_the_engine_is_not_there(tmp_path, settings):
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    settings.ELASTICSEARCH = {"BACKEND": "search.backends.elasticsearch", "URLS": [settings.ELASTICSEARCH_URL]}
    corpus = write_lines(tmp_path / "d.jsonl", [{"id": 1}])
    queries = write_lines(tmp_path / "q.jsonl", [{"query": "а"}])
    with pytest.raises(CommandError, match="elasticsearch does not do what it is asked"):
        run(corpus=corpus, queries=queries, engine="elasticsearch")


def test_evaluation_names_the_line_it_cannot_read(tmp_path):
    broken = tmp_path / "d.jsonl"
    broken.write_text('{"id": "a"}\nnot json\n')
    with pytest.raises(CommandError, match="line 2"):
        run(corpus=str(broken), queries=str(broken))
