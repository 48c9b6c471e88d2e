"""Every sample, whatever its layout and format, is read as a person reads it."""

import json
from pathlib import Path

import pytest

from documents import read
from forums.importing import annotate, assemble, parse
from tests.forums.importing.built import BUILT
from tests.forums.importing.scoring import item_f1, lost_words, metadata_errors

SAMPLES = Path(__file__).parent / "samples"
STORED = {path.name: path.read_bytes for path in SAMPLES.iterdir() if path.suffix != ".json"}
ALL = {**STORED, **BUILT}


@pytest.fixture(params=sorted(ALL))
def sample(request):
    """(document, expected value) of one sample."""
    expected = json.loads((SAMPLES / f"{request.param}.json").read_text(encoding="utf-8"))
    return read(ALL[request.param](), request.param), expected


def test_sample_is_understood(sample):
    document, expected = sample
    found = parse(document).to_json()
    assert item_f1(found, expected) == 1.0
    assert metadata_errors(found, expected) == []
    del found["warnings"]
    assert found == expected


def test_no_word_of_a_sample_is_lost(sample):
    document, _ = sample
    assert not lost_words(document, parse(document).to_json())


def test_numbers_are_unique(sample):
    numbers = [item.number for item in parse(sample[0]).items]
    assert len(numbers) == len(set(numbers))


def test_roles_survive_storage(sample):
    annotated = annotate(sample[0])
    stored = json.loads(json.dumps(annotated.to_json()))
    assert type(annotated).from_json(stored) == annotated
    assert assemble(annotated) == parse(sample[0])


def test_there_are_enough_layouts_and_formats():
    assert len(ALL) >= 20
    assert {name.rsplit(".", 1)[1] for name in ALL} == {"docx", "odt", "rtf", "pdf", "html", "txt", "md"}
