"""Addresses of this room."""

from django.urls import URLPattern, path

from lapor.portal.browse.feed import feed
from lapor.portal.browse.report import report
from lapor.portal.browse.reports import reports
from lapor.portal.browse.support import support

urlpatterns: list[URLPattern] = [
    path("", reports, name="browse"),
    path("atom.xml", feed, name="feed"),
    path("<str:code>/", report, name="report"),
    path("<str:code>/dukung/", support, name="support"),
]
