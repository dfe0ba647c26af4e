"""Settings for every place LAPOR runs; what differs between places comes from the environment.

`DATABASE_URL`    PostgreSQL ≥ 15, e.g. postgres://user:password@host:5432/name
`LAPOR_ENV`       "production" (default), "demo" (set by `./lapor up` without a database) or "test"
`LAPOR_HOME`      where files, keys and logs live; default `var/` beside the checkout
`LAPOR_BASE_URL`  the address people type, used in e-mail and QR codes; https:// makes cookies secure and
                  believes X-Forwarded-Proto, so the proxy in front must set or remove it
`LAPOR_HOSTS`     other names it answers to, with commas; with `--host` those of this machine are added
`LAPOR_SMTP_URL`  smtp://user:password@host:587?tls=1 (or :465?ssl=1); without it nothing is sent: `var/mail/`
`LAPOR_MAIL_FROM` sender of e-mails, e.g. "LAPOR! <lapor@kota.go.id>"
`LAPOR_SECRET_KEY` opens sessions and access codes; without it made once, in `var/secret-key`
`LAPOR_TRUST_PROXY` 1 where our own proxy sets X-Forwarded-For
`LAPOR_BRAND`     colours of another brand than the ministry's: a name in `ui/styles/tokens.css`, e.g. inagov
`LAPOR_S3_URL`    s3://key:secret@host/bucket?region=…; without it attachments live on the disk

For `./lapor` itself: `LAPOR_POSTGRES` (sistem, paket) chooses the embedded PostgreSQL, `LAPOR_CHROMIUM` the
browser of the tests, `LAPOR_DEMO_REPORTS` the size of the demo world.
"""

import contextlib
import os
import secrets
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from csp.constants import NONCE, NONE, SELF  # noqa: F401 - NONCE stays out on purpose: nothing inline
from django.core.exceptions import ImproperlyConfigured

from lapor.config.command.places import make_private
from lapor.config.logging import logging_settings

ROOT = Path(__file__).resolve().parents[3]
ENVIRONMENT = os.environ.get("LAPOR_ENV", "production")
HOME = Path(os.environ.get("LAPOR_HOME", ROOT / "var"))
# True where a proxy of ours stands in front and sets X-Forwarded-For itself.
TRUST_PROXY = os.environ.get("LAPOR_TRUST_PROXY") == "1"
BASE_URL = os.environ.get("LAPOR_BASE_URL", "http://127.0.0.1:8000").rstrip("/")
BRAND = os.environ.get("LAPOR_BRAND", "")
DEBUG = False


def _secret_key() -> str:
    """The signing key: from the environment, else made once and kept in HOME readable by its owner only."""
    if key := os.environ.get("LAPOR_SECRET_KEY"):
        return key
    path = HOME / "secret-key"
    if not path.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        make_private(path, secrets.token_urlsafe(50))
    if key := path.read_text().strip():
        return key
    raise ImproperlyConfigured(
        f"{path} kosong (the secret key is empty). Pulihkan dari cadangan: dengan kunci baru, kode akses "
        "laporan yang sudah dibagikan tidak berlaku lagi. Tanpa cadangan, hapus berkas itu."
    )


def _private_folder(name: str) -> Path:
    """A folder in HOME that its owner alone may enter, also where it was open to others before."""
    folder = HOME / name
    with contextlib.suppress(OSError):  # a full disk costs files and letters, nothing else
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
    return folder


def _database(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": query,
    }


SECRET_KEY = _secret_key()
ALLOWED_HOSTS = [urlsplit(BASE_URL).hostname or "localhost", "localhost", "127.0.0.1", "[::1]", "testserver"]
ALLOWED_HOSTS += [host for host in os.environ.get("LAPOR_HOSTS", "").split(",") if host]
CSRF_TRUSTED_ORIGINS = [BASE_URL]
DATABASES = {"default": _database(os.environ.get("DATABASE_URL", "postgres://lapor@127.0.0.1:5432/lapor"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "csp",
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "procrastinate.contrib.django",
    "lapor.records",
    "lapor.ui",
    "lapor.portal",
    "lapor.desk",
    "lapor.api",
    "lapor.jobs",
    "lapor.config",
]

MIDDLEWARE = [
    "lapor.threshold.request_log.request_log",
    "lapor.threshold.middleware.reject_malformed",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "lapor.threshold.middleware.declared_access",
]

ROOT_URLCONF = "lapor.config.urls"
WSGI_APPLICATION = "lapor.config.wsgi.application"
AUTH_USER_MODEL = "lapor.Account"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
if ENVIRONMENT == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
LOGIN_URL = "/masuk/"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "src/lapor/ui"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.l10n",
                "django.templatetags.static",
                "django_cotton.templatetags.cotton",
                "lapor.ui.templatetags.lapor",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "lapor.threshold.context.asking",
            ],
        },
    }
]
COTTON_DIR = "components"
# A component sees its own parameters and the context processors, never the page's variables by accident.
COTTON_ISOLATE_BY_DEFAULT = True

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Indonesia"), ("en", "English")]
LOCALE_PATHS = [ROOT / "src/lapor/ui/locale"]
LANGUAGE_COOKIE_NAME = "bahasa"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Jakarta"

STATIC_URL = "/aset/"
STATIC_ROOT = HOME / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "lapor.ui.finders.BundleFinder",
]
STORAGES: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if ENVIRONMENT != "test":
    STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
MEDIA_ROOT = HOME / "files"
MEDIA_URL = ""
# Attachments are read by this program alone.
FILE_UPLOAD_PERMISSIONS, FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o600, 0o700
FILE_UPLOAD_HANDLERS = [
    "lapor.threshold.uploads.BoundedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "lapor.threshold.uploads.CarefulUpload",
]
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
# On our own disk, and emptied by `./lapor up`: what a killed process leaves there is found again.
FILE_UPLOAD_TEMP_DIR = _private_folder("arriving")
# Below this many free bytes on that disk no file is taken: the database may lie there too.
UPLOAD_FREE_FLOOR = 1024**3
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
# Whoever chooses far too many gets his words back: threshold.uploads lets five of them in.
DATA_UPLOAD_MAX_NUMBER_FILES = 100

SESSION_COOKIE_NAME = "sesi"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# From the last use; officers' sessions end sooner: `rules/sessions.py`.
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BASE_URL.startswith("https://")
SESSION_ENGINE = "lapor.threshold.sessions"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if BASE_URL.startswith("https://"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31536000
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "media-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# A worker that starts makes up for the last missed round of each task: a machine may be off every night.
PROCRASTINATE_PERIODIC_DEFAULTS = {"max_delay": 25 * 60 * 60}

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

DEFAULT_FROM_EMAIL = os.environ.get("LAPOR_MAIL_FROM", "LAPOR! <lapor@localhost>")
if smtp := os.environ.get("LAPOR_SMTP_URL"):
    _mail = urlsplit(smtp)
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT = _mail.hostname or "localhost", _mail.port or 25
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_mail.username or ""), unquote(_mail.password or "")
    EMAIL_USE_TLS, EMAIL_USE_SSL = "tls" in parse_qs(_mail.query), "ssl" in parse_qs(_mail.query)
    EMAIL_TIMEOUT = 20
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    # Links that sign in lie there, in files that Django leaves open to read.
    EMAIL_FILE_PATH = _private_folder("mail")

if s3 := os.environ.get("LAPOR_S3_URL"):
    _bucket = urlsplit(s3)
    _options = parse_qs(_bucket.query)
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "access_key": unquote(_bucket.username or ""),
            "secret_key": unquote(_bucket.password or ""),
            "bucket_name": _bucket.path.lstrip("/"),
            "endpoint_url": f"{_options.get('scheme', ['https'])[0]}://{_bucket.hostname}"
            + (f":{_bucket.port}" if _bucket.port else ""),
            "region_name": _options.get("region", ["us-east-1"])[0],
            "default_acl": "private",
            "querystring_auth": True,
            "file_overwrite": False,
            "max_memory_size": FILE_UPLOAD_MAX_MEMORY_SIZE,
        },
    }
LOGGING = logging_settings(as_json=ENVIRONMENT == "production")
SILENCED_SYSTEM_CHECKS = ["models.W042"]
