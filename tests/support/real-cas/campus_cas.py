"""A CAS 3 server that this project did not write: Debian's python3-django-cas-server, on loopback.

    python3 campus_cas.py PORT FOLDER

FOLDER holds the database and `users.json`: [{"username", "password", "attributes"}]. The file is read at each sign-in,
so that a test can change it. Base address: http://127.0.0.1:PORT/cas
"""
import hmac
import json
import os
import secrets
import sys

USERS = os.environ.get("CAMPUS_CAS_USERS", "users.json")
COMPONENTS = ("bootstrap3_css", "bootstrap3_js", "html5shiv", "respond", "bootstrap4_css", "bootstrap4_js", "jquery")


def settings(folder):
    return dict(
        SECRET_KEY=secrets.token_urlsafe(48),
        DEBUG=False,
        ALLOWED_HOSTS=["127.0.0.1", "localhost"],
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.messages",
            "django.contrib.staticfiles",
            "cas_server",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.locale.LocaleMiddleware",
            "django.middleware.common.CommonMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
        ],
        TEMPLATES=[
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
        ],
        ROOT_URLCONF="campus_cas",
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": os.path.join(folder, "cas.sqlite3"),
                "OPTIONS": {"timeout": 20},
            }
        },
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        LANGUAGE_CODE="zh-hans",
        TIME_ZONE="Asia/Shanghai",
        USE_I18N=True,
        USE_TZ=True,
        STATIC_URL="/cas/static/",
        # Cookies ignore the port: without names and a path of their own they would meet those of the application.
        SESSION_COOKIE_NAME="campus_cas_session",
        SESSION_COOKIE_PATH="/cas",
        CSRF_COOKIE_NAME="campus_cas_csrf",
        CSRF_COOKIE_PATH="/cas",
        CAS_AUTH_CLASS="campus_cas.JsonUser",
        CAS_NEW_VERSION_HTML_WARNING=False,
        CAS_NEW_VERSION_EMAIL_WARNING=False,
        CAS_INFO_MESSAGES_ORDER=[],
        # Nothing outside this machine is loaded.
        CAS_COMPONENT_URLS={name: "data:text/%s," % ("css" if name.endswith("css") else "javascript") for name in COMPONENTS},
        CAS_TICKET_VALIDITY=60,
        CAS_SLO_TIMEOUT=5,
    )


def allow_loopback_services():
    from cas_server.models import ReplaceAttributName, ServicePattern

    pattern, _ = ServicePattern.objects.update_or_create(
        name="loopback",
        defaults=dict(pattern=r"^https?://(127\.0\.0\.1|localhost)(:[0-9]+)?(/.*)?$", pos=100, single_log_out=True),
    )
    ReplaceAttributName.objects.get_or_create(service_pattern=pattern, name="*", replace="")  # release every attribute


def main(port, folder):
    import django
    from django.conf import settings as django_settings
    from django.core.management import call_command

    os.chdir(folder)
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    django_settings.configure(**settings(folder))
    django.setup()
    call_command("migrate", verbosity=0)
    allow_loopback_services()
    call_command("runserver", "127.0.0.1:%d" % port, use_reloader=False, insecure_serving=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), os.path.abspath(sys.argv[2]))
else:
    from cas_server.auth import AuthUser
    from django.urls import include, re_path

    urlpatterns = [re_path(r"^cas/", include("cas_server.urls", namespace="cas_server"))]

    class JsonUser(AuthUser):
        def __init__(self, username):
            with open(USERS, encoding="utf-8") as file:
                self.user = next((user for user in json.load(file) if user["username"] == username), None)
            super().__init__(username)

        def test_password(self, password):
            known = self.user["password"].encode() if self.user else b""
            return self.user is not None and hmac.compare_digest(known, (password or "").encode())

        def attributs(self):  # the package spells it so
            return dict(self.user["attributes"]) if self.user else {}
