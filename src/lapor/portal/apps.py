"""Known to Django so that it finds this floor's templates and commands."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "lapor.portal"
    label = "lapor_portal"
