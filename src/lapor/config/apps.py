"""Known to Django so that it finds this floor's templates and commands."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "lapor.config"
    label = "lapor_config"
