"""The model: what it promises, that it can be made again, and the rules that bind it."""

import itertools

import numpy as np
import pytest

from documents import read
from forums.importing import Document, Role, UnreadableDocument, annotate, parse
from forums.importing.decoding import decode
from forums.importing.features import features
from forums.importing.labels import LABELS
from forums.importing.model import PATH, Model, load
from forums.importing.parser import ordered
from forums.importing.segmentation import segments
from forums.importing.training.evaluation import evaluate
from forums.importing.training.generator import generate, generate_long
from forums.importing.training.train import SAMPLES, TEST_SEED, fits, labelled_samples, train

REPOSITORY = PATH.parents[2]


def test_the_file_is_small_and_says_what_it_is():
    assert PATH.stat().st_size < 1_000_000
    facts = load().facts
    assert {"date", "digest", "scores", "samples", "generated"} <= set(facts)


def test_the_same_data_give_the_same_bytes(tmp_path):
    samples = labelled_samples(REPOSITORY / SAMPLES)[:6]
    for name in ("one", "two"):
        train(samples, count=6, path=tmp_path / name, tested=0, say=lambda _: None)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_long_resolutions_in_layouts_kept_from_training():
    score = evaluate(filter(fits, generate_long(4, TEST_SEED)), load())
    assert score.items >= 0.97
    assert score.units >= 0.97


def test_sure_is_sure_in_layouts_kept_from_training():
    unseen = itertools.islice(filter(fits, generate(1000, TEST_SEED, held_out=True)), 30)
    score = evaluate(unseen, load())
    assert score.items >= 0.85
    assert score.right >= 0.99
    assert score.told_apart == score.negatives


def test_generated_documents_repeat_themselves():
    assert list(generate(5, 1)) == list(generate(5, 1))
    assert list(generate(5, 1)) != list(generate(5, 2))


def blank() -> Model:
    """A model that knows nothing, so that only the rules decide."""
    return Model({}, np.zeros((0, len(LABELS))), np.zeros((len(LABELS), len(LABELS))))


def labels(text: str, model: Model) -> list[str]:
    found = segments(ordered(read(text.encode(), "a.txt").lines))
    return [decision.label for decision in decode(model, found, features(found)).decisions]


@pytest.mark.parametrize(
    "text", ["1. Создать парк.\n• Открыть музей.\nПостроить мост.", "Форум решил:\nа) раз;\nб) два."]
)
def test_marks_fit_their_items(text):
    for label in labels(text, blank()):
        assert not label.startswith("I-") or label != LABELS[0]
    first = labels(text, blank())[0]
    assert not first.startswith("I-")


def test_nothing_after_signatures_is_an_item_unless_its_number_goes_on():
    weights = np.zeros((1, len(LABELS)))
    model = Model({"bias": 0}, weights, np.zeros((len(LABELS), len(LABELS))))
    signature, item = LABELS.index("B-signature"), LABELS.index("B-unmarked")
    weights[0, signature] = weights[0, item] = 5.0
    model.transitions[signature, item] = 9.0
    found = labels("Председатель\nСоздать парк\nОткрыть клуб\nПостроить мост", model)
    pairs = itertools.pairwise(found)
    assert not any(above == "B-signature" and below == "B-unmarked" for above, below in pairs)


def test_a_doubtful_line_has_a_second_role():
    document = annotate(
        read("Резолюция II форума города\nФорум решил:\n1. создать парк;\n2. открыть музей.\nИное".encode(), "a.txt")
    )
    for line in document.lines:
        assert line.uncertain or line.second is None
        assert line.second is not line.role


def test_a_document_without_decisions_is_refused():
    with pytest.raises(UnreadableDocument):
        parse(Document(()))


def test_roles_of_tables_come_from_their_headings():
    html = (
        "<p>Резолюция форума</p><p>Форум рекомендует:</p><table><tr><th>№</th><th>Кому</th><th>Рекомендация</th></tr>"
        "<tr><td>1</td><td>Думе</td><td>Создать парк</td></tr>"
        "<tr><td>2</td><td>Мэру</td><td>Открыть музей</td></tr></table>"
    )
    roles = {line.text: line.role for line in annotate(read(html.encode(), "a.html")).lines}
    assert roles["Думе"] is roles["Мэру"] is Role.ADDRESSEE
    assert roles["Кому"] is Role.CLOSING
    assert roles["Создать парк"] is Role.RECOMMENDATION
