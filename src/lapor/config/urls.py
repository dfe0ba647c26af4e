"""All addresses. Each entry brings its own; this file only says in which order."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
