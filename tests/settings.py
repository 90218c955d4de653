"""The settings of the tests: the project's own, in an environment that the tests bring.

SQLite in memory unless TEST_DATABASE_URL names another database.
"""

import os

os.environ["ENV_FILE"] = os.devnull
for name in (
    *("ACCESSIBILITY_PREPARED_ON", "ACCESSIBILITY_PROBLEMS", "ACCESSIBILITY_REPLY_DAYS"),
    *("ACCESSIBILITY_REVIEWED_ON", "ACCESSIBILITY_STATUS"),
    *("OPERATOR_ADDRESS", "OPERATOR_EMAIL", "OPERATOR_NAME", "OPERATOR_PHONE"),
    *("ALLOWED_HOSTS", "BEHIND_PROXY", "BRAND_COLOUR", "CSRF_TRUSTED_ORIGINS", "DEMONSTRATION"),
    *("DEFAULT_FROM_EMAIL", "EMAIL_URL", "LICENCE_ADDRESS", "LICENCE_NAME"),
    *("OPENID_PROVIDERS", "PASSWORD_LINK_DAYS"),
    *(
        "PAGE_CACHE_URL",
        "PROXIES_IN_FRONT",
        "SESSION_IDLE_MINUTES",
        "SIGN_IN_LOCKED_MINUTES",
        "SIGN_IN_TRIES",
    ),
    *("SITE_ADDRESS", "DEMO_PASSWORD", "RATING_STALE_AFTER_DAYS", "SECTION_55_JUDGED_FROM"),
    *("SECURE_HSTS_SECONDS", "SECURE_SSL_REDIRECT", "SITE_NAME", "STATIC_ROOT"),
):
    os.environ.pop(name, None)
os.environ["DEBUG"] = "on"
os.environ["SECRET_KEY"] = "only-for-tests"
os.environ["DATABASE_URL"] = os.environ.get("TEST_DATABASE_URL", "sqlite://:memory:")

from config.settings import *  # noqa: E402, F403

DEBUG = False
WHITENOISE_AUTOREFRESH = True  # There is no collected folder to read at the start.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
