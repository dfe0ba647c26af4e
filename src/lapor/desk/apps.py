"""Known to Django so that it finds this floor's templates and commands."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "lapor.desk"
    label = "lapor_desk"
