"""The Nu HTML Checker, where it is installed: ``tests/services/vnu`` fetches it."""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from django.test import Client

PLACE = Path(os.environ.get("SERVICES_DIR") or Path(tempfile.gettempdir()) / "forum-services")


def find() -> Path | None:
    """The checker's archive; None without it or without Java."""
    archive = PLACE / "vnu" / "package" / "build" / "dist" / "vnu.jar"
    return archive if archive.exists() and shutil.which("java") else None


def errors(archive: Path, kinds: dict[str, str]) -> list[str]:
    """What it finds wrong in the pages at the addresses of ``kinds``."""
    return errors_in(archive, {f"{kind} ({path})": Client().get(path).content for kind, path in kinds.items()})


def errors_in(archive: Path, pages: dict[str, bytes]) -> list[str]:
    """The same for ``pages`` with a name each."""
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, (name, content) in enumerate(pages.items()):
            (Path(folder) / f"{number}.html").write_bytes(content)
            names[f"{number}.html"] = name
        command = ["java", "-jar", str(archive), "--errors-only", "--format", "json", *(f"{folder}/{n}" for n in names)]
        told = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    return [
        f"{names[message['url'].rpartition('/')[2]]}: {message['message']}" for message in json.loads(told)["messages"]
    ]
