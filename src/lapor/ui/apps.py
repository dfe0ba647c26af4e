"""The design kit as a Django app, so that its template tags and static files are found."""

from django.apps import AppConfig
from django.conf import settings


class UiConfig(AppConfig):
    name = "lapor.ui"
    label = "lapor_ui"

    def ready(self) -> None:
        """Compile changed message catalogues where people develop and test; in production `assemble` does."""
        if settings.ENVIRONMENT != "production":
            from lapor.ui import catalogues

            catalogues.compile_all()
