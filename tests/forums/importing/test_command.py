"""``import_resolution``: JSON or a draft on one side, one line that says what to do on the other."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from forums.editions.models import ForumPage
from forums.resolutions.models import ResolutionPage
from tests.documents.test_refusals import BAD as UNREADABLE
from tests.factories.forums import ForumIndexPageFactory, ForumPageFactory, ResolutionPageFactory
from tests.forums.importing.built import word_nested_lists
from tests.forums.importing.test_bad_input import BAD as NO_RESOLUTION

#: A few of each kind; what the readers refuse, and how, is tested with them.
BAD = {
    **{name: text.encode for name, text in NO_RESOLUTION.items()},
    **{name: UNREADABLE[name] for name in ("bomb.docx", "damaged.docx", "empty.docx", "legacy.doc", "truncated.pdf")},
}
ROOT = Path(__file__).parents[3]


@pytest.fixture
def document(tmp_path) -> str:
    path = tmp_path / "Резолюция.docx"
    path.write_bytes(word_nested_lists())
    return str(path)


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "manage.py", "import_resolution", *arguments],
        cwd=ROOT, capture_output=True, timeout=120, check=False,
    )  # fmt: skip


def test_dry_run_prints_json_and_nothing_else(document):
    done = run(document, "--dry-run")
    assert done.returncode == 0
    assert done.stderr == b""
    text = done.stdout.decode("utf-8")
    value = json.loads(text)
    assert value["forum"]["number"] == 6
    assert "Администрации района" in text
    assert list(value) == [
        "title", "forum", "adopted_on", "place", "letterhead", "preamble", "sections", "closing", "warnings",
    ]  # fmt: skip


def test_bad_file_ends_with_one_line_and_code_one(tmp_path):
    path = tmp_path / "legacy.doc"
    path.write_bytes(BAD["legacy.doc"]())
    done = run(str(path))
    assert done.returncode == 1
    assert done.stdout == b""
    assert len(done.stderr.decode().strip().splitlines()) == 1


@pytest.mark.parametrize("name", [*sorted(BAD), "missing.docx", "."])
def test_every_bad_file_is_refused(name, tmp_path, capsys):
    path = tmp_path / name
    if name in BAD:
        path.write_bytes(BAD[name]())
    with pytest.raises(SystemExit) as caught:
        call_command("import_resolution", str(path), "--dry-run")
    said = capsys.readouterr()
    assert caught.value.code == 1
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1


@pytest.mark.django_db
class TestDraft:
    @pytest.fixture(autouse=True)
    def _archive(self, site):
        self.index = ForumIndexPageFactory(parent=site.home)

    def test_makes_a_forum_and_says_so(self, document, capsys):
        call_command("import_resolution", document)
        forum = ForumPage.objects.get()
        assert forum.number == 6
        assert not forum.live
        assert not ResolutionPage.objects.get().live
        assert forum.title in capsys.readouterr().out

    @pytest.mark.parametrize("address", ["the-forum", "/forums/the-forum/", "forums/the-forum"])
    def test_forum_is_named_by_slug_or_path(self, document, address):
        forum = ForumPageFactory(parent=self.index, slug="the-forum")
        call_command("import_resolution", document, "--forum", address)
        assert ResolutionPage.objects.get().get_parent().pk == forum.pk

    def test_unknown_forum_is_an_error(self, document, capsys):
        with pytest.raises(SystemExit):
            call_command("import_resolution", document, "--forum", "nowhere")
        assert "nowhere" in capsys.readouterr().err
        assert not ResolutionPage.objects.exists()

    def test_nothing_is_overwritten(self, document, capsys):
        forum = ForumPageFactory(parent=self.index, slug="the-forum")
        ResolutionPageFactory(parent=forum)
        with pytest.raises(SystemExit):
            call_command("import_resolution", document, "--forum", "the-forum")
        said = capsys.readouterr()
        assert said.out == ""
        assert len(said.err.strip().splitlines()) == 1
        assert ResolutionPage.objects.count() == 1

    def test_dry_run_saves_nothing(self, document):
        call_command("import_resolution", document, "--dry-run")
        assert not ForumPage.objects.exists()
