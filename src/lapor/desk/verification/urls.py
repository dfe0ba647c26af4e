"""Addresses of this room."""

from django.urls import URLPattern, path

from lapor.desk.verification.views import promise_note, verify_page

urlpatterns: list[URLPattern] = [
    path("<str:code>/", verify_page, name="verify"),
    path("<str:code>/janji/", promise_note, name="verify-promise"),
]
