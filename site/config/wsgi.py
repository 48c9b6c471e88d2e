"""The WSGI application: ``gunicorn --chdir site config.wsgi``."""

import os
import sys
from pathlib import Path

from django.core.wsgi import get_wsgi_application

# The apps stand at the repository's root, beside the source root `site/`.
sys.path.insert(1, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

django_application = get_wsgi_application()

from core.page_cache.wsgi import PageCache  # noqa: E402 (asks for the models, which stand now)

application = PageCache(django_application)
