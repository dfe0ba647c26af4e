"""Addresses of this room."""

from django.urls import URLPattern, path

from lapor.portal.files import views

urlpatterns: list[URLPattern] = [
    path("<uuid:key>/kecil", views.thumbnail, name="thumbnail"),
    path("<uuid:key>/<str:name>", views.file, name="file"),
]
