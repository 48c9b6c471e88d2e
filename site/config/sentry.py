"""Errors to a Sentry server, where one is named."""

from django.core.exceptions import ImproperlyConfigured


def start_sentry(dsn: str, release: str) -> None:
    """Report errors, without visitors' addresses, cookies and forms."""
    try:
        import sentry_sdk
    except ImportError as error:
        raise ImproperlyConfigured(
            "SENTRY_DSN is set, but sentry-sdk is not installed: pip install sentry-sdk"
        ) from error
    sentry_sdk.init(
        dsn, release=release, send_default_pii=False, max_request_body_size="never", include_local_variables=False
    )
