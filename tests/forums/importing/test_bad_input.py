"""What can be read and is no resolution is refused in one clear sentence."""

import contextlib

import pytest
from django.utils import translation

from documents import UnreadableDocument, read
from forums.importing import annotate, parse
from forums.importing.training.train import SAMPLES
from tests.forums.importing import built

BAD = {
    "novel.txt": "Жили-были дед да баба. И была у них курочка ряба.\n" * 20,
    "recipe.txt": "Борщ\n\nНеобходимо:\n- свёкла;\n- капуста.\n\n1. Нарезать овощи.\n2. Варить час.",
    "list.txt": "Список дел\n1. Купить хлеб.\n2. Позвонить маме.\n3. Оплатить счета.",
}
#: What the model takes for a resolution, as a list stands below a colon; but nothing says whose it is.
ODD = (
    "Мужики подумали и решили:\n— Пойдём в лес.\n— Пойдём.\nИ пошли.",
    "Требуется:\n- знать Python;\n- уметь писать тесты.\nПредлагаем: зарплату, отпуск.",
)


@pytest.mark.parametrize("name", sorted(BAD))
def test_other_texts_are_refused_with_one_clear_line(name):
    document = read(BAD[name].encode(), name)
    with translation.override("en"), pytest.raises(UnreadableDocument, match="No recommendations") as caught:
        parse(document)
    message = str(caught.value)
    assert message.endswith(".")
    assert "\n" not in message
    assert 20 < len(message) < 300


@pytest.mark.parametrize("text", ODD)
def test_what_holds_a_list_but_is_hardly_a_resolution_is_called_odd(text):
    """Nothing that may hold a decision is refused; the review says what is odd instead."""
    with translation.override("en"):
        notices = annotate(read(text.encode(), "odd.txt")).notices
        assert any("may be no resolution" in notice.text for notice in notices)


def test_every_sample_says_whose_it_is():
    """What makes a text odd is in no resolution that we know."""
    for path in sorted(SAMPLES.glob("*.txt")):
        notices = annotate(read(path.read_bytes(), path.name)).notices
        assert not any("may be no resolution" in notice.message for notice in notices), path.name


@pytest.mark.parametrize("start", range(0, 5000, 250))
def test_a_file_cut_anywhere_raises_nothing_else(start):
    for build in (built.word_nested_lists, built.libreoffice, built.rich_text):
        data = build()
        for piece in (data[:start], data[start:]):
            with contextlib.suppress(UnreadableDocument):
                parse(read(piece, "piece"))
