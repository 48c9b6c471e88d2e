"""The foundation's periodic jobs."""

import datetime as dt

from django.conf import settings
from django.core.management import call_command

from .bin import empty_bin
from .contacts.erasure import erase_expired
from .link_check import check_links
from .mail.sending import send_due_letters
from .models import PendingUpload
from .periodic import periodic_job


@periodic_job("publish_scheduled", every=dt.timedelta(minutes=1))
def publish_scheduled() -> None:
    """Publish pages whose time has come, take down those whose time is over."""
    call_command("publish_scheduled", verbosity=0)


@periodic_job("purge", at=dt.time(3))
def purge() -> None:
    """Delete what nobody needs any more: old reviews of uploads, pages long in the bin, sessions, results of tasks."""
    PendingUpload.objects.purge()
    empty_bin()
    call_command("clearsessions")
    call_command("prune_db_task_results", min_age_days=7, verbosity=0)


@periodic_job("backup", at=dt.time(4))
def backup() -> None:
    """A backup each night, where ``BACKUP_DIR`` names a place."""
    if settings.BACKUP_NIGHTLY:
        call_command("backup", verbosity=0)


@periodic_job("check_links", at=dt.time(2))
def try_links() -> None:
    """Try the links of all published pages; what is dead is in the admin's report in the morning."""
    check_links()


@periodic_job("purge_sign_ins", at=dt.time(3, 30))
def purge_sign_ins() -> None:
    """Delete what is known of sign-ins, right and wrong, after 90 days: names and addresses are personal data."""
    call_command("axes_reset_logs", age=90, verbosity=0)


@periodic_job("send_letters", every=dt.timedelta(minutes=1))
def send_letters() -> None:
    """Send the letters whose time has come, those again that the mail server refused."""
    send_due_letters()


@periodic_job("erase_expired", at=dt.time(3, 15))
def erase() -> None:
    """Erase what was asked and never confirmed, old links and letters, and what rooms keep for a time only."""
    erase_expired()
