"""Addresses of this room; it exists only where nobody works."""

from django.conf import settings
from django.urls import URLPattern, path

from lapor.portal.gallery.views import gallery

urlpatterns: list[URLPattern] = []
if settings.ENVIRONMENT in ("demo", "test"):
    urlpatterns = [path("", gallery, name="gallery")]
