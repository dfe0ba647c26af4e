"""Addresses of this room."""

from django.urls import URLPattern, path

from lapor.api.v1.reports.allowed_moves import allowed_moves_of_report

urlpatterns: list[URLPattern] = [
    path("laporan/<str:code>/langkah/", allowed_moves_of_report, name="api-allowed-moves"),
]
