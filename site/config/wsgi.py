"""The WSGI application: ``gunicorn --chdir site config.wsgi``."""

import os
import sys
from pathlib import Path

from django.core.wsgi import get_wsgi_application

# The apps stand at the repository's root, beside the source root `site/`.
sys.path.insert(1, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

from core.page_cache.wsgi import PageCache

application = PageCache(get_wsgi_application())
