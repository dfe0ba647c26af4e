"""Known to Django so that it finds this floor's templates and commands."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "lapor.api"
    label = "lapor_api"
