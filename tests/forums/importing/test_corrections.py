"""What editors correct is kept without names, and training takes it."""

import pytest

from forums.importing import Role, annotate_file, change_role
from forums.importing.corrections import keep, kept
from forums.importing.management.commands.train_import import Command
from forums.importing.models import CorrectedDocument
from forums.importing.names import personal_words, without_people
from forums.importing.training.train import fits

TEXT = """РЕЗОЛЮЦИЯ
II форума города Новодумска
Форум рекомендует:
1. Главе города Ольховой М. П. создать парк;
2. открыть музей, тел. 8 (495) 123-45-67.
Председатель форума А. В. Соснин
"""


def test_names_telephones_and_addresses_are_replaced():
    texts = [TEXT, "Секретарь Вера Павловна Кузнецова, vera@example.org"]
    names = personal_words(texts)
    kept_text = " ".join(without_people(text, names) for text in texts)
    for told in ("Ольхов", "Соснин", "Вера", "Павловна", "Кузнецов", "495", "vera", "М. П."):
        assert told not in kept_text
    assert "создать парк" in kept_text
    assert "города Новодумска" in kept_text


@pytest.mark.django_db
def test_a_corrected_document_is_a_sample_for_training():
    data = TEXT.encode()
    document = annotate_file(data, "a.txt")
    keep(data, "a.txt", change_role(document, len(document.lines) - 1, Role.CLOSING))
    keep(data, "a.txt", change_role(document, len(document.lines) - 1, Role.SIGNATURE))
    (sample,) = kept()
    assert fits(sample)
    assert sample.pieces[-1][0] == "signature"
    assert "Соснин" not in str(CorrectedDocument.objects.values())
    assert [document.name for document in Command()._corrections("")] == [sample.name]


@pytest.mark.django_db
def test_a_file_that_cannot_be_read_any_more_leaves_nothing():
    document = annotate_file(TEXT.encode(), "a.txt")
    keep(b"%PDF-1.4 nothing", "a.pdf", document)
    assert not CorrectedDocument.objects.exists()
