"""Sending what the ledger holds."""

from django_tasks import task

from .sending import send_letter


@task()
def deliver(letter_id: int) -> None:
    """Send one letter if it is due; whatever goes wrong, ``manage.py send_letters`` tries again."""
    send_letter(letter_id)
