"""The plan of the house, held by tests: who may import whom, how long a file may grow, what a template may not hold.

Every rule of :mod:`tests.house` is run on the project, and on a small tree that breaks it.
"""

import re
from pathlib import Path

import pytest

from tests import house

ROOT = Path(__file__).resolve().parents[1]

#: A rule, and files that break it: their path and text. Several trees for a rule that can be broken in several ways.
BROKEN = [
    (house.imports_against_the_arrows, {"site/core/text.py": "import projects.geo.fields\n"}),
    (house.imports_against_the_arrows, {"site/core/text.py": "from forums.editions.models import ForumPage\n"}),
    (house.imports_against_the_arrows, {"site/core/text.py": "from search import service\n"}),
    (house.imports_against_the_arrows, {"search/views.py": "def view():\n    from home.news.models import NewsPage\n"}),
    (house.imports_against_the_arrows, {"forums/editions/models.py": "from ..resolutions.models import Section\n"}),
    (house.imports_against_the_arrows, {"forums/followup/views.py": "from forums.importing import parser\n"}),
    (house.imports_against_the_arrows, {"projects/contests/views.py": "from projects.social.models import Project\n"}),
    (house.imports_against_the_arrows, {"home/news/demo/texts.py": "from ...events.models import EventPage\n"}),
    (house.imports_against_the_arrows, {"home/news/views.py": "from config.urls import urlpatterns\n"}),
    (
        house.imports_inside_functions,
        {"home/news/views.py": "def view():\n    from .models import N\n", "home/news/models.py": ""},
    ),
    (house.imports_inside_functions, {"home/news/apps.py": "def other():\n    from core import text\n"}),
    (
        house.imports_for_typing_only,
        {"home/news/views.py": "if TYPE_CHECKING:\n    from .models import N\n", "home/news/models.py": ""},
    ),
    (house.imports_for_typing_only, {"home/news/a.py": "if typing.TYPE_CHECKING:\n    import core.text\n"}),
    (house.circles, {"site/core/a.py": "from .b import x\n", "site/core/b.py": "from core import a\n"}),
    (
        house.circles,
        {"site/core/a.py": "from .b import x\n", "site/core/b.py": "def f():\n    from core.a import y\n"},
    ),
    (
        house.circles,
        {"site/core/a.py": "from .b import x\n", "site/core/b.py": "if TYPE_CHECKING:\n    from .a import y\n"},
    ),
    (
        # Whoever imports a module of a package loads what the package exports.
        house.circles,
        {
            "site/core/states.py": "from core.blocks.page import Page\n",
            "site/core/blocks/__init__.py": "from .page import Page\nfrom .part import Part\n",
            "site/core/blocks/page.py": "",
            "site/core/blocks/part.py": "from core.states import state\n",
        },
    ),
    (house.references_upward, {"projects/contests/models.py": 'winner = ForeignKey("social.ProjectPage")\n'}),
    (house.references_upward, {"projects/contests/models.py": 'apps.get_model("social", "ProjectPage")\n'}),
    (house.references_upward, {"projects/contests/models.py": 'Permission.objects.get(app_label="social")\n'}),
    (house.references_upward, {"projects/contests/views.py": 'user.has_perm("social.change_projectpage")\n'}),
    (house.references_upward, {"forums/editions/models.py": 'template = "followup/components/bar.html"\n'}),
    (house.references_upward, {"forums/editions/views.py": 'reverse("followup:board")\n'}),
    (house.references_upward, {"projects/geo/widgets.py": 'css = {"all": ["css/councils.css"]}\n'}),
    (
        house.references_upward,
        {"forums/editions/templates/editions/page.html": "{% include 'followup/components/bar.html' %}\n"},
    ),
    (
        house.references_upward,
        {
            "forums/editions/templates/editions/page.html": "{% load i18n followup_tags %}\n",
            "forums/followup/templatetags/followup_tags.py": "",
        },
    ),
    (house.references_upward, {"forums/editions/templates/editions/page.html": "{% url 'followup:board' %}\n"}),
    (house.references_upward, {"site/templates/components/menu.html": "{% url 'social:list' %}\n"}),
    (house.names_repeating_the_room, {"projects/councils/council_panels.py": ""}),
    (house.names_repeating_the_room, {"projects/councils/templates/councils/components/councils_row.html": ""}),
    (house.names_repeating_the_room, {"projects/councils/models/council.py": "class Street: ...\n"}),
    (house.long_files, {"site/core/text.py": "x = 1\n" * 401}),
    (house.long_files, {"site/static/css/news.css": "a {}\n" * 401}),
    (house.long_files, {"site/static/js/news.js": ";\n" * 401}),
    (house.long_files, {"home/news/templates/news/news_page.html": "<br>\n" * 401}),
    (house.wide_template_lines, {"home/news/templates/news/news_page.html": "<p>" + "a" * 138 + "\n"}),
    (house.partials_elsewhere, {"home/news/templates/news/parts/row.html": ""}),
    (house.partials_elsewhere, {"home/news/templates/news/page.html": "{% include 'news/row.html' %}\n"}),
    (house.templates_outside_their_room, {"home/news/templates/events/event_page.html": ""}),
    (house.templates_outside_their_room, {"home/news/templates/page.html": ""}),
    (house.rooms_without_arrows, {"home/weather/apps.py": ""}),
]

#: Files that keep every rule, and come close to breaking some.
SOUND = {
    "site/core/apps.py": "class CoreConfig:\n    def ready(self):\n        from core import checks\n",
    "site/core/checks.py": "import wagtail\n",
    "site/core/models/__init__.py": "from .page import Page\nfrom .part import Part\n",
    "site/core/models/page.py": "",
    "site/core/models/part.py": "from .page import Page\n",
    "site/templates/components/styles.html": "{% static 'css/social.css' %}{% url 'search:results' %}\n",
    "site/static/css/councils.css": "a {}\n" * 400,
    "projects/councils/models/council.py": "class CouncilPage: ...\n",
    "projects/councils/templates/councils/council_page.html": "{% include 'councils/components/row.html' %}\n",
    "projects/councils/templates/councils/components/row.html": "{% load geo_tags %}{% static 'css/geo.css' %}\n",
    "projects/geo/templatetags/geo_tags.py": '"""Nothing of ``social.ProjectPage``."""\n',
    "projects/geo/widgets.py": '"social.ProjectPage"\nmessage = "search: nothing"\n',
    "projects/social/views.py": "from forums.editions.models import X\nfrom projects.geo import widgets\n",
    "forums/followup/management/commands/setup_followup.py": "def handle():\n    from core.models import Page\n",
    "tests/samples/long.html": "<br>\n" * 401,
}


def plant(root: Path, files: dict[str, str]) -> house.Tree:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return house.Tree(root)


@pytest.fixture(scope="module")
def project() -> house.Tree:
    return house.Tree(ROOT)


RULES = list(dict.fromkeys(rule for rule, _files in BROKEN))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_project_keeps_the_rule(project, rule):
    broken = rule(project)
    assert not broken, "\n".join([f"{len(broken)} × {rule.__name__}", *broken])


@pytest.mark.parametrize(("rule", "files"), BROKEN, ids=lambda value: getattr(value, "__name__", ""))
def test_a_broken_rule_is_found(tmp_path, rule, files):
    assert len(rule(plant(tmp_path, files))) == 1


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_sound_files_are_let_be(tmp_path, rule):
    assert rule(plant(tmp_path, SOUND)) == []


def test_arrows_have_no_circle():
    assert all(room not in house.below(room) for room in house.ARROWS)


def test_russian_stands_alone(project):
    """``russian`` imports nothing of this project, and of frameworks only ``django.utils``."""
    wrong = [
        f"{project.shown(module.path)}: {line}"
        for module in project.modules.values()
        if module.room == "russian"
        for line in re.findall(r"^\s*(?:from|import) (?:django|wagtail)\b.*", module.text, re.MULTILINE)
        if "django.utils" not in line
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("inline style", re.compile(r"\sstyle\s*=\s*[\"']|<style\b", re.IGNORECASE)),
        ("inline handler", re.compile(r"<[^>]+\son[a-z]+\s*=\s*[\"']", re.IGNORECASE)),
        ("inline script", re.compile(r"<script(?![^>]*\b(?:src|type=\"application/))", re.IGNORECASE)),
        ("foreign host", re.compile(r"<(?:script|link|img|iframe)\b[^>]+(?:src|href)=\"https?://", re.IGNORECASE)),
    ],
)
def test_templates_fit_the_strict_policy(project, what, pattern):
    wrong = [
        project.shown(path) for _room, path in project.templates if pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert not wrong, f"{what} in {wrong}"


def test_letters_leave_through_the_ledger_alone(project):
    """One mechanism for mail: :mod:`core.mail.sending`."""
    sends = re.compile(
        r"^\s*(?:from|import) (?:django\.core\.mail|django\.core import .*\bmail\b|smtplib)", re.MULTILINE
    )
    senders = {project.shown(module.path) for module in project.modules.values() if sends.search(module.text)}
    assert senders == {"site/core/mail/sending.py"}
