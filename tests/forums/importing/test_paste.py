"""A text pasted in place of a file: the same checks, the same review."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from core.models import PendingUpload
from documents.limits import MAX_LINES
from forums.importing.process import annotate_file
from forums.resolutions.models import ResolutionPage
from tests.forums.importing.test_screen import TEXT, UPLOAD, act, forum, review  # noqa: F401

pytestmark = pytest.mark.django_db


def paste(client, text: str, **fields):
    return client.post(reverse(UPLOAD), {"text": text, "forum": "", **fields})


def test_a_pasted_text_is_reviewed_as_a_file_is(admin_client, forum):  # noqa: F811
    assert paste(admin_client, TEXT, forum=forum.pk).status_code == 302
    draft = PendingUpload.objects.get()
    assert draft.file_name == "РЕЗОЛЮЦИЯ.txt"
    assert "3 рекомендации, 2 адресата" in review(admin_client, draft)
    assert act(admin_client, draft, confirm="1").status_code == 302
    assert ResolutionPage.objects.get().original is not None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Выберите файл или вставьте текст"),
        (" \n ", "Выберите файл или вставьте текст"),
        ("Рецепт борща. Свёкла, капуста.", "не найдено"),
        ("строка\n" * (MAX_LINES + 1), "слишком велик"),
    ],
)
def test_what_is_no_resolution_is_refused_in_place_and_kept(admin_client, text, said):
    answer = paste(admin_client, text)
    assert answer.status_code == 422
    html = answer.content.decode()
    assert said in html
    assert text.strip()[:20] in html
    assert not PendingUpload.objects.exists()


def test_a_file_and_a_text_are_one_too_many(admin_client):
    answer = paste(admin_client, TEXT, file=SimpleUploadedFile("a.txt", TEXT.encode()))
    assert answer.status_code == 422
    assert "что-то одно" in answer.content.decode()


def test_deciding_has_the_bounds_of_reading():
    """The time is over before the process has started; nothing of it runs in the web's."""
    from documents import UnreadableDocument

    with pytest.raises(UnreadableDocument, match="слишком долго"):
        annotate_file(TEXT.encode(), "a.txt", seconds=0.001)
    assert annotate_file(TEXT.encode(), "a.txt").name == "a.txt"
