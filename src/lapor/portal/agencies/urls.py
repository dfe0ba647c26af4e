"""Addresses of this room."""

from django.urls import URLPattern, path

from lapor.portal.agencies.agencies import agencies, search
from lapor.portal.agencies.agency import agency
from lapor.portal.agencies.performance import performance

urlpatterns: list[URLPattern] = [
    path("", agencies, name="agency-list"),
    path("cari/", search, name="agency-search"),
    path("angka/", performance, name="agency-performance"),
    path("<str:code>/", agency, name="agency"),
]
