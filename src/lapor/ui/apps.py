"""The design kit as a Django app, so that its template tags and static files are found."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "lapor.ui"
    label = "lapor_ui"
