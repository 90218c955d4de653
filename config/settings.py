"""Settings: one file, secure by default.

Every difference between places is an environment variable (or a line of .env);
docs/settings.md lists them. Without any, DEBUG is off and commands stop with the
names of what is missing.
"""

import base64
import datetime
import hashlib
import os
import re
from pathlib import Path

import environ
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django_prose_editor.config import html_tags
from js_asset import static_lazy

from config import openid

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
env.read_env(os.environ.get("ENV_FILE", BASE_DIR / ".env"))

DEBUG = env.bool("DEBUG", default=False)
DEMONSTRATION = env.bool("DEMONSTRATION", default=False)

REQUIRED = ["SECRET_KEY"] if DEBUG else ["SECRET_KEY", "ALLOWED_HOSTS"]
missing = [name for name in REQUIRED if not env.str(name, default="")]
if missing:
    raise ImproperlyConfigured(
        f"Not set: {', '.join(missing)}. Set it in the environment or in .env "
        "(docs/settings.md), or run `manage.py demo` to try Answerable here."
    )

SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1"])
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# The register's own name and look.
SITE_NAME = env.str("SITE_NAME", default="Answerable")
BRAND_COLOUR = env.str("BRAND_COLOUR", default="#1f3a5f")
if not re.fullmatch(r"#[0-9a-fA-F]{6}", BRAND_COLOUR):
    raise ImproperlyConfigured("BRAND_COLOUR must be written like #1f3a5f.")
# Where readers find this site; mails lead there. A system check asks for it at deployment.
SITE_ADDRESS = env.str("SITE_ADDRESS", default="http://127.0.0.1:8000" if DEBUG else "")
SITE_ADDRESS = SITE_ADDRESS.rstrip("/")
if SITE_ADDRESS and not re.fullmatch(r"https?://[^/\s]+", SITE_ADDRESS):
    raise ImproperlyConfigured("SITE_ADDRESS must be written like https://answerable.example.")
# On what terms what offices publish here may be used again; without a name nothing is said.
LICENCE_NAME = env.str("LICENCE_NAME", default="Open Government Licence v3.0")
LICENCE_ADDRESS = env.str(
    "LICENCE_ADDRESS",
    default="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
)
if LICENCE_ADDRESS and not re.fullmatch(r"https?://[^/\s]+\S*", LICENCE_ADDRESS):
    raise ImproperlyConfigured("LICENCE_ADDRESS must be written like https://licence.example/3/.")
DEMO_PASSWORD = env.str("DEMO_PASSWORD", default="")

# Who answers for this site, and what it states of its accessibility. Where one is blank, the
# pages say that it is not yet stated, and a system check warns at deployment.
OPERATOR_NAME = env.str("OPERATOR_NAME", default="")
OPERATOR_EMAIL = env.str("OPERATOR_EMAIL", default="")
OPERATOR_PHONE = env.str("OPERATOR_PHONE", default="")
OPERATOR_ADDRESS = env.str("OPERATOR_ADDRESS", default="")
ACCESSIBILITY_STATUS = env.str("ACCESSIBILITY_STATUS", default="")
if ACCESSIBILITY_STATUS not in ("", "full", "partial", "none"):
    raise ImproperlyConfigured("ACCESSIBILITY_STATUS must be full, partial or none.")
# Each barrier that is known, with a | between.
ACCESSIBILITY_PROBLEMS = [
    problem.strip()
    for problem in env.str("ACCESSIBILITY_PROBLEMS", default="").split("|")
    if problem.strip()
]
try:
    ACCESSIBILITY_PREPARED_ON, ACCESSIBILITY_REVIEWED_ON = (
        datetime.date.fromisoformat(day) if day else None
        for day in (
            env.str("ACCESSIBILITY_PREPARED_ON", default=""),
            env.str("ACCESSIBILITY_REVIEWED_ON", default=""),
        )
    )
    ACCESSIBILITY_REPLY_DAYS = env.int("ACCESSIBILITY_REPLY_DAYS", default=0)
except ValueError as error:
    raise ImproperlyConfigured(
        "ACCESSIBILITY_PREPARED_ON and ACCESSIBILITY_REVIEWED_ON must be days like 2026-04-15, "
        "and ACCESSIBILITY_REPLY_DAYS a number of days."
    ) from error

# The 56 days are judged for reports published from this day on. When subsection (5A)
# came into force could not be established, so earlier reports are shown as not judged.
try:
    SECTION_55_JUDGED_FROM = datetime.date.fromisoformat(
        env.str("SECTION_55_JUDGED_FROM", default="2019-01-01")
    )
except ValueError as error:
    raise ImproperlyConfigured("SECTION_55_JUDGED_FROM must be a day like 2019-01-01.") from error

# A rating that was not reviewed for more than so many days is shown as stale to its board.
try:
    RATING_STALE_AFTER_DAYS = env.int("RATING_STALE_AFTER_DAYS", default=90)
except ValueError as error:
    raise ImproperlyConfigured("RATING_STALE_AFTER_DAYS must be a number of days.") from error

INSTALLED_APPS = [
    "config.apps.AnswerableAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
    "django_prose_editor",
    "simple_history",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "forces",
    "recommendations",
    "responses",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "responses.views.public.records.kept_pages",
    "responses.views.public.moved.former_addresses",
    "config.middleware.refuse_large_uploads",
    "config.middleware.plain_not_found",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "config.middleware.SignInRequiredMiddleware",
    "config.middleware.SecondFactorMiddleware",
    "config.middleware.SlidingSessionMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.site.site",
            ],
        },
    },
]

# Form controls may have templates of their own beside the others.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Our own part of the visual editor: it brings no tags.
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {"js": [static_lazy("paste/extension.js")], "extensions": {"Paste": html_tags([])}}
]

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 5,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
        "PRAGMA mmap_size=134217728;PRAGMA journal_size_limit=27103364;PRAGMA cache_size=2000;"
    ),
}
DATABASES = {
    "default": env.db("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'answerable.sqlite3'}")
}
DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
# Public pages are remembered in "pages" while nothing changes: by each process for itself, or
# in one place for all. With DEBUG on they are not, so that who alters a template sees it.
PAGE_CACHE = "dummycache://" if DEBUG else "locmemcache://pages?max_entries=1000"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "pages": env.cache("PAGE_CACHE_URL", default=PAGE_CACHE),
}
# A long response is one form: each of its parts has some nine fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
# What is sent may be as large as this. A file stays in memory: nothing is kept on a disk.
LARGEST_UPLOAD = FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "forces.User"
PASSWORD_LENGTH = 12
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": PASSWORD_LENGTH},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# Older hashes still sign in, and become Argon2 with that.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
try:
    # A link by which somebody sets a password is valid for so many days, and once.
    PASSWORD_LINK_DAYS = env.int("PASSWORD_LINK_DAYS", default=3)
    # A session ends when nothing was asked for during so many minutes.
    SESSION_IDLE_MINUTES = env.int("SESSION_IDLE_MINUTES", default=60)
    # After so many wrong passwords or codes, nobody signs in from there for so many minutes.
    SIGN_IN_TRIES = env.int("SIGN_IN_TRIES", default=5)
    SIGN_IN_LOCKED_MINUTES = env.int("SIGN_IN_LOCKED_MINUTES", default=15)
    # So many proxies in front each add the address that they saw to X-Forwarded-For. What
    # stands further left in it came from the visitor, and is not believed.
    PROXIES_IN_FRONT = env.int("PROXIES_IN_FRONT", default=1 if BEHIND_PROXY else 0)
except ValueError as error:
    raise ImproperlyConfigured(
        "PASSWORD_LINK_DAYS, SESSION_IDLE_MINUTES, SIGN_IN_TRIES, SIGN_IN_LOCKED_MINUTES and "
        "PROXIES_IN_FRONT must be whole numbers."
    ) from error
PASSWORD_RESET_TIMEOUT = PASSWORD_LINK_DAYS * 86400
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
LOGOUT_REDIRECT_URL = "home"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]

# While a session is in use that is written at most so often, in seconds; it ends so much later.
SESSION_SEEN_EVERY = 60
SESSION_COOKIE_AGE = SESSION_IDLE_MINUTES * 60 + SESSION_SEEN_EVERY

# Who guesses passwords or codes is locked out, by user name and address together: nobody
# can lock a colleague out from elsewhere.
AXES_COOLOFF_TIME = datetime.timedelta(minutes=SIGN_IN_LOCKED_MINUTES)
AXES_FAILURE_LIMIT = SIGN_IN_TRIES
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_CLIENT_IP_CALLABLE = "forces.sign_in.locking.client_address"
AXES_USERNAME_CALLABLE = "forces.sign_in.locking.counted_username"
AXES_LOCKOUT_CALLABLE = "forces.sign_in.locking.locked_out"
# Who signed in and what they typed is for nobody to read later.
AXES_SENSITIVE_PARAMETERS = [
    *("username", "login", "code", "credential", "csrfmiddlewaretoken"),
    *("old_password", "new_password1", "new_password2"),
]
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# Accounts are opened by register editors alone. Axes holds all the limits: allauth's own
# are for a name or a person from everywhere, so that anybody could lock them out.
ACCOUNT_ADAPTER = "forces.sign_in.adapters.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ADAPTER = "forces.sign_in.adapters.MFAAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1
MFA_TOTP_ISSUER = SITE_NAME
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
SOCIALACCOUNT_ADAPTER = "forces.sign_in.adapters.SocialAccountAdapter"
SOCIALACCOUNT_PROVIDERS = {"openid_connect": openid.providers(env.str("OPENID_PROVIDERS", ""))}

# Mail: reminders, and links to set a password. With DEBUG on it is shown in the console.
MAIL = env.email_url("EMAIL_URL", default="consolemail://" if DEBUG else "smtp://localhost:25")
EMAIL_BACKEND, EMAIL_FILE_PATH = MAIL["EMAIL_BACKEND"], MAIL["EMAIL_FILE_PATH"]
EMAIL_HOST, EMAIL_PORT = MAIL["EMAIL_HOST"], MAIL["EMAIL_PORT"] or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL["EMAIL_HOST_USER"], MAIL["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = "EMAIL_USE_TLS" in MAIL, "EMAIL_USE_SSL" in MAIL
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="answerable@localhost")

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = "config.formats"

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(BASE_DIR / "staticfiles"))()
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}

# Browsers are told to refuse everything that this site does not itself serve. The one
# inline style is the brand colour, allowed by its hash; the one inline script is the
# visual editor's import map, allowed by a nonce on admin pages.
BRAND_STYLE = f":root{{--brand:{BRAND_COLOUR}}}"
BRAND_STYLE_HASH = base64.b64encode(hashlib.sha256(BRAND_STYLE.encode()).digest()).decode()
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, f"'sha256-{BRAND_STYLE_HASH}'"],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=not DEBUG)
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=0 if DEBUG else 31536000)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Whether a whole domain, with all its other hosts, is https only is for the office that
# owns it to decide, not for this application.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
