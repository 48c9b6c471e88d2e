"""Settings that every environment shares.

Addresses and secrets come from the environment; docs/operations.md lists each variable with its default.
"""

import datetime as dt
import os
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import environ
import font_manrope
from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from config.bundles import STATIC_BUNDLES  # noqa: F401 (a setting)
from config.kept_pages import PAGE_CACHE_COOKIES, PAGE_CACHE_QUIET  # noqa: F401 (settings)
from config.sentry import start_sentry
from core.monitoring.logs import logging_settings

SITE_ROOT = Path(__file__).resolve().parents[2]
PROJECT_ROOT = SITE_ROOT.parent

env = environ.Env()

DATA_DIR = Path(env.str("DATA_DIR", default=str(PROJECT_ROOT / "var")))
DATA_DIR.mkdir(parents=True, exist_ok=True)

SECRET_KEY = env.str("SECRET_KEY", default="")
DEBUG = env.bool("DEBUG", default=False)
#: Whether the demo, with a password that everybody knows, may be loaded.
ON_A_LAPTOP = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "core",
    "home.front",
    "home.pages",
    "home.news",
    "home.events",
    "home.library",
    "home.feedback",
    "home.subscriptions",
    "projects.social",
    "projects.contests",
    "projects.practices",
    "projects.councils",
    "projects.geo",
    "forums.suggestions",
    "forums.importing",
    "forums.proposals",
    "forums.registration",
    "forums.witnesses",
    "forums.followup",
    "forums.resolutions",
    "forums.editions",
    "search",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.frontend_cache",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "core.monitoring.logs.RequestIdMiddleware",
    "core.monitoring.metrics.MetricsMiddleware",
    "core.monitoring.maintenance.MaintenanceMiddleware",
    "core.page_cache.middleware.PageCacheMiddleware",
    "core.middleware.LongAddressMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.middleware.PrintablePathMiddleware",
    "core.middleware.PathLocaleMiddleware",
    "core.middleware.AppearanceMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "core.accounts.middleware.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "core.middleware.PolicyMiddleware",
    "core.middleware.PageRouteMiddleware",
    "core.middleware.ResponseHeadersMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE_ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

# --- data -------------------------------------------------------------------------------------------------

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers never wait for the writer (WAL); a writer takes its lock at once (IMMEDIATE), so that the busy
    # timeout applies to it instead of an instant "database is locked" on upgrade from a read.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 5,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.str("REDIS_URL", default="")
if REDIS_URL:
    CACHES = {"default": {**env.cache_url("REDIS_URL"), "BACKEND": "core.redis_cache.FailoverRedisCache"}}
else:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(DATA_DIR / "static")))
STATIC_URL = "/static/"
STATICFILES_DIRS = [
    SITE_ROOT / "static",
    ("fonts", Path(font_manrope.__file__).parent / "files"),
]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "core.bundles.BundleFinder",
]
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "core.storage.WholeFileStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
S3_BUCKET = env.str("S3_BUCKET", default="")
if S3_BUCKET:
    STORAGES["default"] = {
        "BACKEND": "core.storage.BucketStorage",
        "OPTIONS": {
            "bucket_name": S3_BUCKET,
            "endpoint_url": env.str("S3_ENDPOINT_URL", default="") or None,
            "default_acl": None,  # private, unless the bucket's policy says otherwise
            "file_overwrite": False,
        },
    }
# Small towns run without a media server in front: the application serves renditions itself.
SERVE_MEDIA = env.bool("SERVE_MEDIA", default=not S3_BUCKET)
WHITENOISE_ROOT = SITE_ROOT / "static" / "public"

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend"
        if env.bool("TASK_QUEUE", default=False)
        else "django_tasks.backends.immediate.ImmediateBackend"
    }
}

# --- languages and time -----------------------------------------------------------------------------------

LANGUAGE_CODE = "ru"
LANGUAGES = [("ru", _("Russian")), ("en", _("English"))]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
# The second holds what the packages below have not translated; the first alone is collected from our sources.
LOCALE_PATHS = [SITE_ROOT / "locale", SITE_ROOT / "wagtail_locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", default="Asia/Yekaterinburg")
# The admin's date boxes silently replace what they cannot read by today: they must read dates as Russians type them.
WAGTAIL_DATE_FORMAT = "%d.%m.%Y"
WAGTAIL_DATETIME_FORMAT = "%d.%m.%Y %H:%M"
FORMAT_MODULE_PATH = ["config.formats"]

# --- accounts and safety ----------------------------------------------------------------------------------

ADMIN_PATH = env.str("ADMIN_PATH", default="admin").strip("/")
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = "wagtailadmin_login"
SESSION_COOKIE_AGE = 10 * 3600  # a working day
# Wrong passwords, counted by account and by address. Tries during the pause do not prolong it, or anybody could keep
# an editor out for ever.
AXES_LOCKOUT_PARAMETERS = ["username", "ip_address"]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = dt.timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "core.public_forms.visitor_address"
AXES_LOCKOUT_CALLABLE = "core.accounts.lockout.refuse"
AXES_VERBOSE = False
# Names of groups whose members need a second factor to sign in; "superusers", "*" for everybody. Others may have one.
SECOND_FACTOR_REQUIRED = env.list("SECOND_FACTOR_REQUIRED", default=[])
OTP_TOTP_ISSUER = env.str("WAGTAIL_SITE_NAME", default="Общественный форум")
# The header in which the proxy in front reports the visitor's address, for example X-Forwarded-For; of a list the
# last entry counts. "none": visitors reach the application directly.
CLIENT_ADDRESS_HEADER = env.str("CLIENT_ADDRESS_HEADER", default="").replace("none", "")
CLIENT_ADDRESS_IS_DECIDED = "CLIENT_ADDRESS_HEADER" in os.environ
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail's preview panel frames pages of this site
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_HTTPONLY = True
# Maps are drawn by the site itself. Who runs a tile server may lay its tiles under them:
# MAP_TILE_URL=https://tiles.example.org/{z}/{x}/{y}.png; its host is then allowed for pictures, and for nothing else.
MAP_TILE_URL = env.str("MAP_TILE_URL", default="")
MAP_TILE_ATTRIBUTION = env.str("MAP_TILE_ATTRIBUTION", default="© OpenStreetMap")
MAP_TILE_HOSTS = ["{0.scheme}://{0.netloc}".format(urlsplit(MAP_TILE_URL))] if "://" in MAP_TILE_URL else []
# No inline script runs anywhere, the admin included: core.admin_scripts turns Wagtail's into data; those of a few
# screens carry a nonce. Public pages hold no inline style either.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:", *MAP_TILE_HOSTS, *env.list("CSP_IMG_HOSTS", default=[])],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    },
}
# What browsers need not offer to the site's pages.
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # the editor of a resolution with 200 recommendations posts some 4,000
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024  # a resolution may be pasted: four million letters are let in
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440

# --- kept pages (core.page_cache) -------------------------------------------------------------------------

# Megabytes of pages that each process keeps for visitors who are not signed in; 0 keeps none.
PAGE_CACHE_BYTES = env.int("PAGE_CACHE_MEGABYTES", default=64) * 1024 * 1024
# Seconds that a page may stay in a cache in front of the site, which does not know when content changes.
PAGE_CACHE_SHARED_SECONDS = env.int("PAGE_CACHE_SHARED_SECONDS", default=1)
# A cache in front that takes PURGE (Varnish, nginx with the module) is told at once of pages that are published.
if FRONTEND_CACHE_URL := env.str("FRONTEND_CACHE_URL", default=""):
    WAGTAILFRONTENDCACHE = {
        "default": {"BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend", "LOCATION": FRONTEND_CACHE_URL}
    }
    WAGTAILFRONTENDCACHE_LANGUAGES = ["ru", "en"]
# Addresses that are never kept.
PAGE_CACHE_PRIVATE = [f"/{ADMIN_PATH}/", "/documents/", "/-/", STATIC_URL, MEDIA_URL]

# --- Wagtail ----------------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = env.str("WAGTAIL_SITE_NAME", default="Общественный форум")
WAGTAILADMIN_BASE_URL = env.str("BASE_URL", default="http://127.0.0.1:8000")
# Without the system's own name for its zone, which browsers do not know: the account's screen would complain of it.
WAGTAIL_USER_TIME_ZONES = sorted(available_timezones() - {"localtime", "Factory"})
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[dict[str, Any]] = []
WAGTAILIMAGES_IMAGE_MODEL = "core.SiteImage"
WAGTAILDOCS_DOCUMENT_MODEL = "core.SiteDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = [
    "csv",
    "doc",
    "docx",
    "html",
    "md",
    "odt",
    "pdf",
    "pptx",
    "rtf",
    "txt",
    "xlsx",
    "zip",
]
WAGTAILIMAGES_IMAGE_FORM_BASE = "core.media_forms.ImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "core.media_forms.DocumentForm"
# Counted from the file's header, before a pixel is decoded: 25 megapixels take some 100 MB of memory.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 25_000_000
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
# A page sent to translation starts as a draft: English addresses must not show Russian text.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

# --- search -----------------------------------------------------------------------------------------------

# Without a server named, the database's own index searches: SQLite's or PostgreSQL's.
ELASTICSEARCH_URL = env.str("ELASTICSEARCH_URL", default="")
ELASTICSEARCH = {
    "BACKEND": "search.backends.elasticsearch",
    "URLS": ELASTICSEARCH_URL.split(","),
    "INDEX_PREFIX": env.str("ELASTICSEARCH_INDEX_PREFIX", default="forum_"),
    "TIMEOUT": env.float("ELASTICSEARCH_TIMEOUT", default=2.0),
    "SHARDS": env.int("ELASTICSEARCH_SHARDS", default=1),
    "REPLICAS": env.int("ELASTICSEARCH_REPLICAS", default=0),
    "API_KEY": env.str("ELASTICSEARCH_API_KEY", default=""),
    "CA_CERTS": env.str("ELASTICSEARCH_CA_CERTS", default=""),
}
EMBEDDED_SEARCH = {"BACKEND": "search.backends.database"}
WAGTAILSEARCH_BACKENDS = {"default": ELASTICSEARCH if ELASTICSEARCH_URL else EMBEDDED_SEARCH}

# What is searched for is counted in memory and written every so many seconds; 0 writes at each search.
SEARCH_COUNTS_SECONDS = env.float("SEARCH_COUNTS_SECONDS", default=30.0)
# Nearness of meaning, beside the words: off unless a source of sentence embeddings is named.
EMBEDDINGS = env.str("EMBEDDINGS", default="")
EMBEDDINGS_URL = env.str("EMBEDDINGS_URL", default="")
EMBEDDINGS_MODEL = env.str("EMBEDDINGS_MODEL", default="")
EMBEDDINGS_API_KEY = env.str("EMBEDDINGS_API_KEY", default="")
EMBEDDINGS_TIMEOUT = env.float("EMBEDDINGS_TIMEOUT", default=0.5)
# For servers that know no roles, as many models were trained: "query: " and "passage: ".
EMBEDDINGS_QUERY_PREFIX = env.str("EMBEDDINGS_QUERY_PREFIX", default="")
EMBEDDINGS_PASSAGE_PREFIX = env.str("EMBEDDINGS_PASSAGE_PREFIX", default="")

# --- mail and logs ----------------------------------------------------------------------------------------

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="noreply@localhost")
EMAIL_TIMEOUT = 10

LOGGING = logging_settings(
    env.str("LOG_LEVEL", default="INFO"), as_json=env.str("LOG_FORMAT", default="text") == "json"
)

# --- what monitors ask for ----------------------------------------------------------------------------------

# Where `manage.py backup` puts backups; when the variable is set, the worker makes one each night.
BACKUP_DIR = Path(env.str("BACKUP_DIR", default=str(DATA_DIR / "backups")))
BACKUP_NIGHTLY = bool(env.str("BACKUP_DIR", default=""))
BACKUP_KEEP = env.int("BACKUP_KEEP", default=14)
SITE_VERSION = env.str(
    "SITE_VERSION", default=tomllib.loads((PROJECT_ROOT / "pyproject.toml").read_text())["project"]["version"]
)
METRICS_TOKEN = env.str("METRICS_TOKEN", default="")
if METRICS_TOKEN:
    # Each process writes its numbers here. Empty it when the server starts: those of gone processes stay.
    os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", str(DATA_DIR / "metrics"))
    Path(os.environ["PROMETHEUS_MULTIPROC_DIR"]).mkdir(parents=True, exist_ok=True)
if SENTRY_DSN := env.str("SENTRY_DSN", default=""):
    start_sentry(SENTRY_DSN, SITE_VERSION)

# Frames of this site only: Wagtail previews pages in one, see X_FRAME_OPTIONS above.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
