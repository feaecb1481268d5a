"""Registers every service on loopback, with all attributes and single logout, as a campus would register ours."""
import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "campus_settings"
django.setup()

from cas_server.models import ReplaceAttributName, ServicePattern  # noqa: E402

pattern, _ = ServicePattern.objects.update_or_create(
    name="loopback",
    defaults={
        "pattern": r"^http://(127\.0\.0\.1|localhost)(:[0-9]+)?/.*$",
        "pos": 100,
        "single_log_out": True,
    },
)
ReplaceAttributName.objects.get_or_create(service_pattern=pattern, name="*", replace="")
