"""The one Django app for data."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "lapor.records"
    label = "lapor"
    verbose_name = "LAPOR records"
