"""The plan of the house as rules: each takes a tree of sources and names what breaks it.

Rooms and arrows are written once, in :data:`ARROWS`. An arrow goes on: whoever may import a room may import what that
room may import. ``tests/test_house.py`` runs the rules on the project, and each of them on a small broken example.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

FORUMS = ("forums.importing", "forums.witnesses", "forums.proposals", "forums.registration")
PROJECTS = ("projects.social",)
SECTIONS = ("home.pages", "home.news", "home.events", "home.library", "home.feedback")
#: Sections that may also stand below an ordinary page.
BELOW_PAGES = ("home.library", "home.feedback")
#: Each room, and the rooms right below it.
ARROWS: dict[str, tuple[str, ...]] = {
    "russian": (),
    "documents": (),
    "core": ("russian", "documents"),
    "search": ("core",),
    "forums.editions": ("core",),
    "forums.resolutions": ("forums.editions",),
    "forums.followup": ("forums.resolutions",),
    "forums.witnesses": ("forums.followup",),
    "forums.importing": ("forums.resolutions",),
    "forums.suggestions": ("forums.importing", "forums.followup"),
    "forums.proposals": ("forums.resolutions",),
    "forums.registration": ("forums.resolutions",),
    "projects.geo": ("core",),
    "projects.councils": ("projects.geo", *FORUMS),
    "projects.practices": ("projects.councils",),
    "projects.contests": FORUMS,
    "projects.social": ("projects.practices", "projects.contests"),
    **dict.fromkeys(SECTIONS, PROJECTS),
    **dict.fromkeys(BELOW_PAGES, (*PROJECTS, "home.pages")),
    "home.subscriptions": ("home.news", "home.events"),
    "home.front": (*SECTIONS, "home.subscriptions"),
    "config": ("home.front", "forums.suggestions", "search"),
}
IN_SITE = {"russian", "documents", "core", "config"}
SOURCES = {".py", ".css", ".js", ".html"}
MOST_LINES = 400
WIDEST_TEMPLATE_LINE = 140
#: The shell's templates list the styles of all rooms, in the order of the cascade, and show the search box.
SHELL_MAY_NAME = ("css/", "search:")
#: Names that a folder of partials must not have, since it is called ``components``.
OTHER_NAMES_OF_COMPONENTS = {"parts", "includes", "hooks", "partials", "fragments", "snippets", "inc"}


def below(room: str) -> set[str]:
    """Every room that ``room`` may import, itself not included."""
    found: set[str] = set()
    for lower in ARROWS[room]:
        found |= {lower} | below(lower)
    return found


def label(room: str) -> str:
    """The app label of a room, which is its folder's name, too."""
    return room.rpartition(".")[2]


@dataclass(frozen=True)
class Import:
    """One imported module of the project: where it is named, and how."""

    target: str
    line: int
    in_function: bool = False
    for_typing: bool = False
    allowed_late: bool = False  # AppConfig.ready() and management commands


@dataclass(frozen=True)
class Module:
    name: str
    room: str
    path: Path
    text: str

    @property
    def package(self) -> str:
        return self.name if self.path.name == "__init__.py" else self.name.rpartition(".")[0]

    @cached_property
    def syntax(self) -> ast.Module:
        return ast.parse(self.text)


class Tree:
    """The sources below ``root``, laid out as the project is."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def folder(self, room: str) -> Path:
        return (self.root / "site" if room in IN_SITE else self.root).joinpath(*room.split("."))

    def shown(self, path: Path) -> str:
        return str(path.relative_to(self.root))

    @cached_property
    def modules(self) -> dict[str, Module]:
        """By their dotted names; migrations are left out."""
        found = {}
        for room in ARROWS:
            for path in sorted(self.folder(room).rglob("*.py")):
                if "migrations" in path.parts:
                    continue
                parts = path.relative_to(self.folder(room)).with_suffix("").parts
                name = ".".join((room, *(part for part in parts if part != "__init__")))
                found[name] = Module(name, room, path, path.read_text(encoding="utf-8"))
        return found

    @cached_property
    def templates(self) -> list[tuple[str, Path]]:
        """Room and path of every template; the shell's own stand for ``core``."""
        found = [("core", path) for path in sorted((self.root / "site" / "templates").rglob("*.html"))]
        for room in ARROWS:
            folder = self.folder(room) / "templates"
            found += [(room, path) for path in sorted(folder.rglob("*")) if path.suffix in {".html", ".txt", ".xml"}]
        return found

    @cached_property
    def imports(self) -> dict[str, list[Import]]:
        return {name: list(self._imports_of(module)) for name, module in self.modules.items()}

    def _imports_of(self, module: Module) -> Iterator[Import]:
        command = "commands" in module.path.parts and "management" in module.path.parts

        def visit(node: ast.AST, function: bool, typing: bool, late: bool) -> Iterator[Import]:
            if isinstance(node, ast.Import | ast.ImportFrom):
                for target in self._targets(module, node):
                    yield Import(target, node.lineno, function, typing, late)
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                function = True
                ready = module.path.name == "apps.py" and getattr(node, "name", "") == "ready"
                late = late or command or ready
            typing = typing or (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test))
            for child in ast.iter_child_nodes(node):
                yield from visit(child, function, typing, late)

        yield from visit(module.syntax, False, False, False)

    def _targets(self, module: Module, node: ast.Import | ast.ImportFrom) -> Iterator[str]:
        """Modules of the project that a statement imports: a submodule where one is meant, else the package."""
        if isinstance(node, ast.Import):
            candidates = [(alias.name, "") for alias in node.names]
        else:
            base = node.module or ""
            if node.level:
                parts = module.package.split(".")
                base = ".".join(filter(None, (*parts[: len(parts) - node.level + 1], base)))
            candidates = [(base, alias.name) for alias in node.names]
        targets = {f"{base}.{name}" if f"{base}.{name}" in self.modules else base for base, name in candidates}
        yield from sorted(target for target in targets if self.room_of(target))

    def room_of(self, dotted: str) -> str | None:
        """The room in which a dotted name stands; None for what is not ours."""
        return next((room for room in ARROWS if dotted == room or dotted.startswith(f"{room}.")), None)

    def all_imports(self) -> Iterator[tuple[Module, Import]]:
        for name, imports in self.imports.items():
            for one in imports:
                yield self.modules[name], one


# --- imports ----------------------------------------------------------------------------------------------------------


def imports_against_the_arrows(tree: Tree) -> list[str]:
    return [
        f"{tree.shown(module.path)}:{one.line} imports {one.target}"
        for module, one in tree.all_imports()
        if tree.room_of(one.target) not in below(module.room) | {module.room}
    ]


def imports_inside_functions(tree: Tree) -> list[str]:
    return [
        f"{tree.shown(module.path)}:{one.line} imports {one.target}"
        for module, one in tree.all_imports()
        if one.in_function and not one.allowed_late
    ]


def imports_for_typing_only(tree: Tree) -> list[str]:
    return [
        f"{tree.shown(module.path)}:{one.line} imports {one.target}"
        for module, one in tree.all_imports()
        if one.for_typing
    ]


def circles(tree: Tree) -> list[str]:
    """The first modules found that need each other, wherever the import stands (``ready()`` and commands aside).

    As Python loads them: whoever imports ``a.b.c`` loads ``a.b`` and all that it exports. Packages of models are loaded
    by Django before everything else; there a module stands for itself alone.
    """
    graph = {name: _loaded_by(tree, name, imports) for name, imports in tree.imports.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as circle:
        return [" → ".join(reversed(circle.args[1]))]
    return []


def _loaded_by(tree: Tree, name: str, imports: Iterable[Import]) -> set[str]:
    targets = {one.target for one in imports if not one.allowed_late}
    for target in list(targets):
        while "." in target:
            target = target.rpartition(".")[0]
            if not f"{name}.".startswith(f"{target}.") and not target.endswith(".models"):
                targets.add(target)
    return targets & set(tree.modules) - {name}


# --- references by name -----------------------------------------------------------------------------------------------


def references_upward(tree: Tree) -> list[str]:
    """Strings that name a model, permission, template, tag library, URL or style of a room that may not be imported."""
    libraries = {path.stem: room for room in ARROWS for path in tree.folder(room).glob("templatetags/*_*.py")}
    found = []
    for module in tree.modules.values():
        named = _Named(module.room, libraries)
        found += [
            f"{tree.shown(module.path)}:{line} names {text!r}"
            for line, text in _strings(module.syntax)
            if named.in_string(text)
        ]
    for room, path in tree.templates:
        named = _Named(room, libraries)
        shell = path.is_relative_to(tree.root / "site" / "templates")
        left_out = SHELL_MAY_NAME if shell else ()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found += [
                f"{tree.shown(path)}:{number} names {text!r}"
                for text in named.in_template(line)
                if not text.startswith(left_out)
            ]
    return found


def _strings(syntax: ast.Module) -> Iterator[tuple[int, str]]:
    """Every string of a module with its line; docstrings are not references. ``get_model`` is read as a label."""
    docstrings = {
        id(node.value)
        for node in ast.walk(syntax)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(syntax):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value
        elif isinstance(node, ast.keyword) and node.arg == "app_label" and isinstance(node.value, ast.Constant):
            yield node.value.lineno, f"{node.value.value}.Model"
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("get_model") and len(node.args) == 2:
            app, model = (argument.value if isinstance(argument, ast.Constant) else "" for argument in node.args)
            yield node.lineno, f"{app}.{model}"


class _Named:
    """What a room must not name, as patterns."""

    def __init__(self, room: str, libraries: dict[str, str]) -> None:
        forbidden = set(ARROWS) - below(room) - {room}
        labels = "|".join(sorted(label(other) for other in forbidden)) or "(?!)"
        self.libraries = {name for name, owner in libraries.items() if owner in forbidden}
        self.reference = re.compile(
            rf"(?:{labels})(?:"
            r"\.[A-Z]\w+(?:\.\w+)?"  # a model, or a field of it
            r"|\.(?:add|change|delete|view|publish|approve|choose)_\w+"  # a permission
            r"|:[a-z][\w:-]*"  # a URL
            r"|/[\w/.-]+\.(?:html|txt|xml|css)"  # a template
            r")"
            rf"|css/(?:{labels})(?:\.css|/.+)"
        )

    def in_string(self, text: str) -> bool:
        return bool(self.reference.fullmatch(text))

    def in_template(self, line: str) -> Iterator[str]:
        for text in re.findall(r"[\"']([^\"']+)[\"']", line):
            if self.in_string(text):
                yield text
        for loaded in re.findall(r"{%\s*load\s+([^%]+?)\s*%}", line):
            yield from (name for name in loaded.split() if name in self.libraries)


# --- files ------------------------------------------------------------------------------------------------------------


def names_repeating_the_room(tree: Tree) -> list[str]:
    """Files whose name repeats their room's: ``council_panels.py`` in ``councils``.

    Names that the whole site shares are left out (tags, commands), and so are files named after a class of the room:
    a model's file, a page's template.
    """
    found = []
    for room in ARROWS:
        folder = tree.folder(room)
        words = {label(room), label(room).removesuffix("s")}
        classes = {
            re.sub(r"(?<!^)(?=[A-Z])", "_", node.name).lower()
            for module in tree.modules.values()
            if module.room == room
            for node in ast.walk(module.syntax)
            if isinstance(node, ast.ClassDef)
        }
        for path in sorted(folder.rglob("*")):
            if path.suffix not in SOURCES:
                continue
            if {"migrations", "templatetags", "commands"} & set(path.relative_to(folder).parts):
                continue
            stem = path.stem.replace("-", "_")
            if words & set(stem.split("_")) and not _named_after_a_class(path, stem, classes):
                found.append(tree.shown(path))
    return found


def _named_after_a_class(path: Path, stem: str, classes: set[str]) -> bool:
    if path.parent.name == "models":
        return bool({stem, f"{stem}_page"} & classes)
    if path.suffix == ".html":  # Wagtail names a page's template so; a second one of the page has a word more
        return any(stem == name or stem.startswith(f"{name}_") for name in classes if name.endswith(("_page", "_base")))
    return False


def long_files(tree: Tree) -> list[str]:
    folders = {
        "forums": SOURCES,
        "home": SOURCES,
        "projects": SOURCES,
        "search": SOURCES,
        "site": SOURCES,
        "tests": {".py"},
    }
    return [
        f"{tree.shown(path)}: {lines} lines"
        for folder, suffixes in folders.items()
        for path in sorted((tree.root / folder).rglob("*"))
        if path.suffix in suffixes and "migrations" not in path.parts
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    ]


def wide_template_lines(tree: Tree) -> list[str]:
    return [
        f"{tree.shown(path)}:{number}: {len(line)} characters"
        for _room, path in tree.templates
        if path.suffix == ".html"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > WIDEST_TEMPLATE_LINE
    ]


def partials_elsewhere(tree: Tree) -> list[str]:
    """Included templates, and folders of such, that are not called ``components``."""
    found = []
    for _room, path in tree.templates:
        if OTHER_NAMES_OF_COMPONENTS & set(path.relative_to(tree.root).parts):
            found.append(tree.shown(path))
        for name in re.findall(r"{%\s*include\s+[\"']([^\"']+)[\"']", path.read_text(encoding="utf-8")):
            ours = name.split("/")[0] in {"components", *map(label, ARROWS)}
            if ours and Path(name).parent.name != "components":
                found.append(f"{tree.shown(path)} includes {name}")
    return found


def templates_outside_their_room(tree: Tree) -> list[str]:
    """A room's templates stand in ``templates/<room>/``; those that replace another package's, in that one's folder."""
    labels = {label(room) for room in ARROWS}
    found = []
    for room in ARROWS:
        folder = tree.folder(room) / "templates"
        for path in sorted(folder.rglob("*.*")):
            first = path.relative_to(folder).parts[0]
            if first != label(room) and (first in labels or path.parent == folder):
                found.append(tree.shown(path))
    return found


def rooms_without_arrows(tree: Tree) -> list[str]:
    """Folders with an ``apps.py`` that :data:`ARROWS` does not know."""
    known = {tree.folder(room) for room in ARROWS}
    patterns = ("*/apps.py", "site/*/apps.py", "forums/*/apps.py", "home/*/apps.py", "projects/*/apps.py")
    return [tree.shown(path) for pattern in patterns for path in tree.root.glob(pattern) if path.parent not in known]
