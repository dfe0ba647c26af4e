"""Layouts and error pages stand on their own, also where nothing else works."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client, override_settings

import lapor.ui
from lapor.rules.conditions import Hindrance, MoveHindered
from lapor.rules.lifecycle import Move

UI = Path(lapor.ui.__file__).parent
ERRORS = ("400.html", "403.html", "403_csrf.html", "404.html", "409.html", "429.html", "500.html")


@pytest.mark.parametrize("name", ERRORS)
def test_error_pages_need_no_request_and_say_what_to_do(name: str) -> None:
    html = render_to_string(name)
    assert "<h1>" in html
    assert html.count("lp-button--primary") <= 1
    assert 'href="/' in html
    assert "{" not in re.sub(r"<script.*?</script>", "", html)


def test_the_500_page_tells_what_was_kept_and_stands_without_collected_files() -> None:
    manifest = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    with override_settings(STORAGES=manifest):
        html = render_to_string("500.html")
    assert "tidak hilang" in html
    assert "/aset/ui/portal.css" in html


def test_a_hindered_move_says_why() -> None:
    html = render_to_string("409.html", {"error": MoveHindered(Move.RATE, Hindrance.ALREADY_RATED)})
    assert "sudah dinilai" in html


def test_a_page_for_the_saving_asks_for_no_font(rf) -> None:
    thrifty = render_to_string("gallery.html", {}, rf.get("/", headers={"Save-Data": "on"}))
    assert "inter.woff2" not in thrifty
    assert 'class="lp-save"' in thrifty
    assert "inter.woff2" in render_to_string("gallery.html", {}, rf.get("/"))


def test_the_desk_speaks_htmx_and_the_portal_does_not(rf) -> None:
    desk = render_to_string("layouts/desk.html", {}, rf.get("/meja/"))
    assert "htmx.min.js" in desk and '"allowEval":false' in desk and "desk.css" in desk
    portal = render_to_string("layouts/portal.html", {}, rf.get("/"))
    assert "htmx" not in portal and "desk.css" not in portal and "leaflet" not in portal


def test_no_template_carries_inline_style_script_or_another_host() -> None:
    for path in UI.rglob("*.html"):
        text = path.read_text()
        if "email" in path.name:
            continue
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=", text), path
        assert not re.search(r"<script(?![^>]*\ssrc=)", text), path
        assert not re.search(r'(?:src|href)="(?:https?:)?//', text), path


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for key, value in attrs if key == "id"]


def test_the_gallery_answers_and_every_id_is_its_own(client: Client) -> None:
    answer = client.get("/galeri/")
    assert answer.status_code == 200
    parser = _Ids()
    parser.feed(answer.content.decode())
    doubles = {each for each in parser.ids if parser.ids.count(each) > 1}
    assert not doubles - {"cari"}
    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]


@pytest.mark.django_db
def test_an_operator_s_brand_colours_every_page(client: Client) -> None:
    assert "data-brand" not in client.get("/tentang/").content.decode()
    with override_settings(BRAND="inagov"):
        page = client.get("/tentang/").content.decode()
    assert re.search(r'<html[^>]* data-brand="inagov"', page)
    assert '[data-brand="inagov"]' in (UI / "styles" / "tokens.css").read_text()
