"""The samples, whatever their layout and format, are read as a person reads them."""

import json
from pathlib import Path

import pytest

from documents import read
from forums.importing import annotate, assemble, parse
from forums.importing.training.labelled import Labelled, lay, pieces_of
from tests.forums.importing.built import BUILT
from tests.forums.importing.scoring import item_f1, lost_words, metadata_errors

SAMPLES = Path(__file__).parent / "samples"
STORED = {path.name: path.read_bytes for path in SAMPLES.iterdir() if path.suffix not in (".json", ".roles")}
ALL = {**STORED, **BUILT}
PROMISED = 0.98
"""The least mean of the samples' scores, and the least share of them whose title, forum, date and place are right."""


@pytest.fixture(scope="module")
def documents():
    return {name: read(build(), name) for name, build in ALL.items()}


@pytest.fixture(scope="module")
def expected():
    return {name: json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8")) for name in ALL}


@pytest.fixture(scope="module")
def found(documents):
    return {name: parse(document).to_json() for name, document in documents.items()}


def test_items_are_found(found, expected):
    scores = {name: item_f1(found[name], expected[name]) for name in ALL}
    worst = sorted(scores.items(), key=lambda pair: pair[1])[:5]
    assert sum(scores.values()) / len(scores) >= PROMISED, worst


def test_metadata_is_found(found, expected):
    wrong = {name: errors for name in ALL if (errors := metadata_errors(found[name], expected[name]))}
    assert len(wrong) <= (1 - PROMISED) * len(ALL), wrong


def test_values_are_whole(found, expected):
    """Nine in ten samples agree in every word of every field."""
    exact = [name for name in ALL if {**found[name], "warnings": []} == {**expected[name], "warnings": []}]
    assert len(exact) >= 0.9 * len(ALL), sorted(set(ALL) - set(exact))


@pytest.mark.parametrize("name", sorted(ALL))
def test_no_word_is_lost_and_numbers_are_unique(name, documents, found):
    assert not lost_words(documents[name], found[name])
    numbers = [item["number"] for section in found[name]["sections"] for item in section["recommendations"]]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("name", sorted(STORED)[::6])
def test_roles_survive_storage(name, documents):
    annotated = annotate(documents[name])
    stored = json.loads(json.dumps(annotated.to_json()))
    assert type(annotated).from_json(stored) == annotated
    assert assemble(annotated).to_json() == parse(documents[name]).to_json()


@pytest.mark.parametrize("name", sorted(ALL))
def test_labels_hold_the_words_of_their_sample(name, documents):
    """Every piece of a file of roles begins where the document can be cut."""
    pieces = pieces_of((SAMPLES / f"{name}.roles").read_text(encoding="utf-8"))
    _segments, labels, missed = lay(Labelled(name, documents[name].lines, pieces))
    assert labels
    assert missed == 0


def test_there_are_enough_layouts_and_formats():
    assert len(ALL) >= 20
    assert {name.rsplit(".", 1)[1] for name in ALL} == {"docx", "odt", "rtf", "pdf", "html", "txt", "md"}
