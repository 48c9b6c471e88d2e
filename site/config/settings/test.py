"""The tests: like a laptop, with fast passwords, mail in memory and files that vanish."""

import os
from pathlib import Path

from config.scratch import vanishing_folder

if "DATA_DIR" not in os.environ:
    os.environ["DATA_DIR"] = vanishing_folder()

from .base import *
from .base import DATABASES, EMBEDDED_SEARCH, STORAGES, env

DEBUG = False
ON_A_LAPTOP = True
SECRET_KEY = "tests only"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = Path(os.environ.get("TESTS_MEDIA_ROOT") or vanishing_folder())
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
PAGE_CACHE_BYTES = env.int("PAGE_CACHE_MEGABYTES", default=0) * 1024 * 1024  # its own tests ask for it
LOGGING_CONFIG = None
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Nobody needs these rows after a power cut.
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
# Tests of Elasticsearch ask for it; the rest of the suite does not go there.
WAGTAILSEARCH_BACKENDS = {"default": EMBEDDED_SEARCH}
# The test client signs in without a request; tests of the limits switch them on.
AXES_ENABLED = False
# So do tests of embeddings.
EMBEDDINGS = EMBEDDINGS_URL = ""
SEARCH_COUNTS_SECONDS = 0
