"""The plan of the house, held by tests: who may import whom, how long a file may grow, what a template may not hold."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
APPS = {
    "russian": ROOT / "site" / "russian",
    "documents": ROOT / "site" / "documents",
    "core": ROOT / "site" / "core",
    "forums": ROOT / "forums",
    "projects": ROOT / "projects",
    "home": ROOT / "home",
    "search": ROOT / "search",
}
MAY_IMPORT = {
    "russian": set(),
    "documents": set(),
    "core": {"russian", "documents"},
    "forums": {"core", "russian", "documents"},
    "projects": {"core", "forums", "russian", "documents"},
    "home": {"core", "forums", "projects", "russian", "documents"},
    "search": {"core", "russian", "documents"},
}


def sources(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts]


def imported_modules(path: Path) -> set[str]:
    """Full names of the modules that a module imports absolutely, inside functions too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module)
    return found


def imported_roots(path: Path) -> set[str]:
    """First parts of everything a module imports absolutely, inside functions too."""
    return {module.split(".")[0] for module in imported_modules(path)}


@pytest.mark.parametrize("app", APPS)
def test_imports_go_one_way(app):
    forbidden = set(APPS) - MAY_IMPORT[app] - {app}
    wrong = {
        str(path.relative_to(ROOT)): sorted(imported_roots(path) & forbidden)
        for path in sources(APPS[app])
        if imported_roots(path) & forbidden
    }
    assert not wrong


def test_russian_stands_alone():
    """``russian`` imports nothing of this project, and of frameworks only ``django.utils``."""
    ours = {path.name for path in (*ROOT.iterdir(), *(ROOT / "site").iterdir()) if path.is_dir()} - {"russian"}
    wrong = {
        path.name: sorted(bad)
        for path in sources(APPS["russian"])
        if (
            bad := [
                module
                for module in imported_modules(path)
                if module.split(".")[0] in ours | {"django", "wagtail"} and not module.startswith("django.utils")
            ]
        )
    }
    assert not wrong


@pytest.mark.parametrize("app", APPS)
def test_files_stay_short(app):
    long = {str(path.relative_to(ROOT)): n for path in sources(APPS[app]) if (n := len(path.open().readlines())) > 400}
    assert not long


def templates() -> list[Path]:
    folders = [ROOT / "site" / "templates", *(folder / "templates" for folder in APPS.values())]
    return [path for folder in folders for path in sorted(folder.rglob("*.html"))]


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("inline style", re.compile(r"\sstyle\s*=\s*[\"']|<style\b", re.IGNORECASE)),
        ("inline handler", re.compile(r"<[^>]+\son[a-z]+\s*=\s*[\"']", re.IGNORECASE)),
        ("inline script", re.compile(r"<script(?![^>]*\b(?:src|type=\"application/))", re.IGNORECASE)),
        ("foreign host", re.compile(r"<(?:script|link|img|iframe)\b[^>]+(?:src|href)=\"https?://", re.IGNORECASE)),
    ],
)
def test_templates_fit_the_strict_policy(what, pattern):
    wrong = [str(path.relative_to(ROOT)) for path in templates() if pattern.search(path.read_text(encoding="utf-8"))]
    assert not wrong, f"{what} in {wrong}"
