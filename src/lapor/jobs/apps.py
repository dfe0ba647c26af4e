"""Known to Django so that it finds this floor's templates and commands."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "lapor.jobs"
    label = "lapor_jobs"
