"""A laptop: everything embedded, nothing to configure. ``make serve`` runs these settings with DEBUG off."""

from .base import *
from .base import env

DEBUG = env.bool("DEBUG", default=True)
ON_A_LAPTOP = True
SECRET_KEY = env.str("SECRET_KEY", default="a key for the laptop only; production refuses to start with it")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])

if DEBUG:
    PAGE_CACHE_BYTES = 0  # a changed template is seen at once
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
