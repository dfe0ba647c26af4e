"""Addresses of this room."""

from django.urls import URLPattern, path

from lapor.portal.home.about import about, accessibility, privacy
from lapor.portal.home.browser_files import favicon, robots
from lapor.portal.home.home import home
from lapor.portal.home.language import set_language

urlpatterns: list[URLPattern] = [
    path("", home, name="home"),
    path("tentang/", about, name="about"),
    path("tentang/data-anda/", privacy, name="privacy"),
    path("tentang/aksesibilitas/", accessibility, name="accessibility"),
    path("bahasa/", set_language, name="set-language"),
    path("robots.txt", robots, name="robots"),
    path("favicon.ico", favicon, name="favicon"),
]
