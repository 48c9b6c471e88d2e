from collections.abc import Iterator

import pytest

from tests.services.smtp import Mailbox, smtp_server


@pytest.fixture
def mailbox(settings) -> Iterator[Mailbox]:
    """A real mail server, to which the site sends."""
    with smtp_server() as box:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", box.port
        yield box
