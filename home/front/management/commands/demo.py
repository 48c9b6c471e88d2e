"""``manage.py demo``: the invented town of Novodumsk, to look at, to click through, to test against."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from io import StringIO
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.test import override_settings
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site

from core.demo import DemoKit, remove_demo
from core.roles import ADMINISTRATORS, BODIES, CHIEF_EDITORS, EDITORS, ORGANISERS
from forums.followup.models import BodyMember

PASSWORD = "novodumsk-demo"  # noqa: S105  (printed on purpose, and for laptops only)
#: Names to sign in with, the people's names, and the group of each.
ACCOUNTS = (
    ("redaktor", "Анна", "Придуманная", EDITORS),
    ("glavred", "Борис", "Небывалый", CHIEF_EDITORS),
    ("organizator", "Вера", "Затейникова-Придуманная", ORGANISERS),
    ("ispolnitel", "Яков", "Понятный-Придуманный", BODIES),
    ("administrator", "Глеб", "Выдуманный", ADMINISTRATORS),
)
#: The organisation that the account of a responsible body reports for, as the demo of follow-up calls it.
BODY = "openness-office"
#: Order matters: later rooms lean on what the demo of earlier ones put into ``kit.shared``.
ROOMS = [
    "home.front",
    "forums.editions",
    "forums.resolutions",
    "forums.followup",
    "forums.witnesses",
    "projects.councils",
    "forums.proposals",
    "forums.registration",
    "projects.practices",
    "projects.contests",
    "projects.social",
    "home.news",
    "home.library",
    "home.events",
    "home.subscriptions",
]


class Command(BaseCommand):
    """Load, describe or remove the demo content."""

    help = "Loads the demo content of an invented town; --remove undoes it and nothing else."

    def add_arguments(self, parser: CommandParser) -> None:
        action = parser.add_mutually_exclusive_group()
        action.add_argument("--if-empty", action="store_true", help="do nothing when the demo is already loaded")
        action.add_argument("--remove", action="store_true", help="undo the demo")
        parser.add_argument("--i-know", action="store_true", help="load it on a server, with passwords made by chance")
        parser.add_argument("--port", default=8000, type=int, help="the port that the greeting names")

    def handle(self, *args: Any, **options: Any) -> None:
        logging.getLogger("wagtail").setLevel(logging.WARNING)  # a line for each of some hundred pages
        if options["remove"]:
            with self.later_indexing(), transaction.atomic():
                remove_demo(self.stdout.write)
            self.stdout.write("The demo content is gone.")
            return
        if not (settings.ON_A_LAPTOP or options["i_know"]):
            raise CommandError(
                "These are the settings of a server: the demo would put invented pages and people who can sign in "
                "into a real site. If that is what you want, say --i-know."
            )
        self.password = PASSWORD if settings.ON_A_LAPTOP else secrets.token_urlsafe(15)
        is_new = not (options["if_empty"] and self.is_loaded())
        if is_new:
            self.load()
        if settings.ON_A_LAPTOP:
            self.serve_at(options["port"])
        if settings.ON_A_LAPTOP or is_new:
            self.greet(options["port"])

    def is_loaded(self) -> bool:
        """Whether a load ran to its end: the accounts come last."""
        return get_user_model().objects.filter(username=ACCOUNTS[-1][0]).exists()

    def load(self) -> None:
        self.stdout.write("Loading the demo content …")
        with translation.override("ru"):
            kit = DemoKit()
            with self.later_indexing():
                kit.change(Site.objects.get(is_default_site=True), hostname="127.0.0.1", port=8000)
                demos = [import_module(f"{room}.demo") for room in ROOMS]
                for demo in demos:
                    demo.load(kit)
                for demo in demos:
                    if hasattr(demo, "link"):
                        demo.link(kit)
                kit.finish()
            self.create_accounts(kit)
        self.stdout.write("The demo content is loaded.")

    @contextmanager
    def later_indexing(self) -> Iterator[None]:
        """Index once at the end: doing it at each of a thousand saves takes longer than the saves."""
        with override_settings(TASKS={"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}):
            yield
        for command in ("update_index", "reindex", "rebuild_references_index"):
            call_command(command, verbosity=0, stdout=StringIO())

    def create_accounts(self, kit: DemoKit) -> None:
        """One account a role; nobody is a superuser, since nothing needs one."""
        users = get_user_model().objects
        for username, first_name, last_name, role in ACCOUNTS:
            if users.filter(username=username).exists():
                continue
            user = users.create_user(
                username, f"{username}@novodumsk.example", self.password, first_name=first_name, last_name=last_name
            )
            user.groups.add(Group.objects.get(name=role))
            kit.remember(user)
            if role == BODIES:
                kit.add(BodyMember(user=user, body=kit.shared["bodies"][BODY]))

    def serve_at(self, port: int) -> None:
        """Canonical links, calendars and citations name the address that the town is served at."""
        Site.objects.filter(is_default_site=True).update(hostname="127.0.0.1", port=port)
        Site.clear_site_root_paths_cache()

    def greet(self, port: int) -> None:
        address = f"http://127.0.0.1:{port}" if settings.ON_A_LAPTOP else settings.WAGTAILADMIN_BASE_URL
        self.stdout.write(
            f"The site:  {address}/  (English: {address}/en/)\n"
            f"The admin: {address}{reverse('wagtailadmin_home')}\n"
            f"Sign in with the password {self.password} as"
        )
        for username, _first_name, _last_name, role in ACCOUNTS:
            self.stdout.write(f"  {username:<14} {role}")
