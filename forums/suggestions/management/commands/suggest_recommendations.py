"""``manage.py suggest_recommendations --resolution FILE_OR_URL --texts TEXTS.jsonl``: what the texts are about."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from core.embeddings import encoder
from documents import UnreadableDocument
from documents.limits import MAX_BYTES
from documents.process import read_document
from forums.importing import parse
from forums.resolutions.models import Recommendation, ResolutionPage
from forums.suggestions.scoring import Asked, Scorer, Suggestion, Told


class Command(BaseCommand):
    help = "Say which recommendations of a resolution each text is about; nothing where nothing fits. Saves nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--resolution", required=True, metavar="FILE_OR_URL", help="a document, or the address of a published page"
        )
        parser.add_argument(
            "--texts", required=True, metavar="TEXTS.jsonl", help='lines of {"id": …, "title": …, "text": …}'
        )
        parser.add_argument("--json", action="store_true", help="print a line of JSON a text")

    def handle(self, *args: Any, resolution: str, texts: str, **options: Any) -> None:
        asked = self._from_file(Path(resolution)) if Path(resolution).is_file() else self._from_page(resolution)
        lines = list(self._lines(Path(texts)))
        told = [Told(str(line.get("title") or ""), str(line.get("text") or "")) for line in lines]
        found = Scorer(asked, encoder()).suggest(told)
        show = self._as_json if options["json"] else self._as_text
        for line, suggestions in zip(lines, found, strict=True):
            self._print(show(line, suggestions))

    def _from_file(self, path: Path) -> list[Asked]:
        try:
            with path.open("rb") as source:
                found = parse(read_document(source.read(MAX_BYTES + 1), path.name))
        except OSError as error:
            raise CommandError(
                _("The file “%(name)s” cannot be read: %(error)s.") % {"name": path, "error": error}
            ) from error
        except UnreadableDocument as error:
            raise CommandError(str(error)) from error
        return [
            Asked(item.number, item.text, item.kind, section.addressee or "")
            for section in found.sections
            for item in section.items
        ]

    def _from_page(self, address: str) -> list[Asked]:
        path = urlsplit(address).path.strip("/")
        page = next((page for page in ResolutionPage.objects.live() if _path_of(page) == path), None)
        if page is None:
            message = _("“%(name)s” is neither a file nor the address of a published resolution of this site.")
            raise CommandError(message % {"name": address})
        rows = Recommendation.objects.filter(section__page=page).select_related("section__addressee")
        rows = rows.order_by("section__sort_order", "section_id", "sort_order", "pk")
        return [Asked(row.number, row.text, row.kind, row.section.heading) for row in rows]

    def _lines(self, path: Path) -> Iterator[dict[str, Any]]:
        try:
            lines = path.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(
                _("The file “%(name)s” cannot be read: %(error)s.") % {"name": path, "error": error}
            ) from error
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                value = json.loads(line)
            except ValueError:
                value = None
            if not isinstance(value, dict) or "id" not in value:
                message = _('Line %(number)s of “%(name)s” is no JSON object with "id", "title" and "text".')
                raise CommandError(message % {"number": number, "name": path})
            yield value

    def _as_json(self, line: dict[str, Any], suggestions: list[Suggestion]) -> str:
        shown = [
            {"number": one.key, "score": one.score, "because": _because(one)} for one in suggestions
        ]  # fmt: skip
        return json.dumps({"id": line["id"], "suggestions": shown}, ensure_ascii=False)

    def _as_text(self, line: dict[str, Any], suggestions: list[Suggestion]) -> str:
        shown = [f"{one.key} ({one.score:.2f}: {', '.join(_because(one))})" for one in suggestions]
        return f"{line['id']}: {'; '.join(shown) or '—'}"

    def _print(self, text: str) -> None:
        """In UTF-8, whatever the terminal's encoding is."""
        binary = getattr(self.stdout._out, "buffer", None)
        if binary is None:
            self.stdout.write(text)
        else:
            binary.write(f"{text}\n".encode())
            binary.flush()


def _because(suggestion: Suggestion) -> list[str]:
    """The matching words; where there are none, that the meaning is near."""
    return list(suggestion.because) or [_("Near in meaning, no words in common")]


def _path_of(page: ResolutionPage) -> str:
    return urlsplit(page.url or "").path.strip("/")
