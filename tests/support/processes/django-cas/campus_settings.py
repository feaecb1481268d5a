"""A campus CAS for tests: loopback only, no page element from another host, people from people.json."""
import os
import secrets

FOLDER = os.environ["CAS_FOLDER"]
SECRET_FILE = os.path.join(FOLDER, "secret")
if not os.path.exists(SECRET_FILE):
    with open(SECRET_FILE, "w", encoding="ascii") as made:
        made.write(secrets.token_urlsafe(48))
with open(SECRET_FILE, encoding="ascii") as kept:
    SECRET_KEY = kept.read()

DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "campus_urls"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "cas_server",
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.path.join(FOLDER, "cas.sqlite3"),
        "OPTIONS": {"timeout": 20},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = USE_L10N = USE_TZ = True
STATIC_URL = "/cas/static/"

# Cookies ignore the port: on one host they would meet the application's own without a name and path of their own.
SESSION_COOKIE_NAME = "cas_session"
SESSION_COOKIE_PATH = "/cas"
CSRF_COOKIE_NAME = "cas_csrf"
CSRF_COOKIE_PATH = "/cas"

CAS_AUTH_CLASS = "campus_auth.CampusAuthUser"
CAS_NEW_VERSION_HTML_WARNING = False
CAS_NEW_VERSION_EMAIL_WARNING = False
CAS_INFO_MESSAGES_ORDER = []
CAS_COMPONENT_URLS = {
    name: "data:text/%s," % ("css" if name.endswith("css") else "javascript")
    for name in (
        "bootstrap3_css",
        "bootstrap3_js",
        "html5shiv",
        "respond",
        "bootstrap4_css",
        "bootstrap4_js",
        "jquery",
    )
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"cas_server": {"handlers": ["console"], "level": "INFO"}},
}
