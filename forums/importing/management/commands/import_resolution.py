"""``manage.py import_resolution FILE``: a forum's document becomes a draft resolution."""

import json
import sys
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from documents import UnreadableDocument
from documents.limits import MAX_BYTES
from forums.importing import Resolution, annotate_file, assemble


class Command(BaseCommand):
    help = "Turn a document (.docx, .odt, .rtf, .pdf, .html, .txt, .md) into a draft resolution. Publishes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", metavar="FILE", help="the document")
        parser.add_argument("--forum", metavar="SLUG_OR_URL_PATH", help="the forum that adopted it")
        parser.add_argument("--dry-run", action="store_true", help="print the resolution as JSON and save nothing")

    def handle(self, *args, file: str, forum: str | None, dry_run: bool, **options) -> None:
        try:
            data = self._load(Path(file))
            resolution = assemble(annotate_file(data, Path(file).name))
            if dry_run:
                self._print(resolution)
            else:
                self._save(resolution, data, Path(file).name, forum)
        except UnreadableDocument as error:
            self._refuse(str(error))

    def _load(self, path: Path) -> bytes:
        try:
            with path.open("rb") as source:
                return source.read(MAX_BYTES + 1)
        except OSError as error:
            reason = _("The file “%(name)s” cannot be opened (%(reason)s). Check its name and try again.")
            raise UnreadableDocument(reason % {"name": path, "reason": error.strerror or error}) from error

    def _print(self, resolution: Resolution) -> None:
        text = json.dumps(resolution.to_json(), ensure_ascii=False, indent=2)
        binary = getattr(self.stdout._out, "buffer", None)
        if binary is not None:
            binary.write(f"{text}\n".encode())
            binary.flush()
        else:
            self.stdout.write(text)

    def _save(self, resolution: Resolution, data: bytes, name: str, forum: str | None) -> None:
        from forums.importing.drafts import DraftRefused, make_draft

        try:
            page = self._forum(forum) if forum else None
            draft = make_draft(resolution, original=ContentFile(data, name=name), forum=page)
        except DraftRefused as error:
            self._refuse(str(error))
        made = _("New draft of the forum: %(title)s") if draft.forum_created else _("Forum: %(title)s")
        self.stdout.write(made % {"title": draft.forum.title})
        self.stdout.write(
            _("Draft of the resolution: %(title)s (page %(id)d, %(count)d recommendations). Nothing is published.")
            % {"title": draft.page.title, "id": draft.page.pk, "count": len(resolution.items)}
        )
        for note in [*draft.notes, *(notice.text for notice in resolution.warnings)]:
            self.stdout.write(f"- {note}")

    def _forum(self, wanted: str):
        from forums.editions.models import ForumPage
        from forums.importing.drafts import DraftRefused

        path = wanted.strip("/")
        found = list(ForumPage.objects.filter(slug=path)) or [
            page for page in ForumPage.objects.all() if f"/{path}/" in {page.url_path, page.get_url()} or
            page.url_path.endswith(f"/{path}/")
        ]  # fmt: skip
        if len(found) > 1:
            found = [page for page in found if page.locale.language_code == "ru"] or found
        if len(found) != 1:
            raise DraftRefused(
                _("No single forum has the address “%(path)s”. Give its slug or the path of its page.")
                % {"path": wanted}
            )
        return found[0]

    def _refuse(self, message: str) -> None:
        """Say in one line what to do, and exit with 1."""
        self.stderr.write(" ".join(message.split()))
        sys.exit(1)
