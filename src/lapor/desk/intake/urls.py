"""Addresses of this room."""

from django.urls import URLPattern, path

from lapor.desk.intake.intake import intake
from lapor.desk.intake.receipt import receipt

urlpatterns: list[URLPattern] = [
    path("", intake, name="intake"),
    path("<str:code>/tanda-terima/", receipt, name="intake-receipt"),
]
