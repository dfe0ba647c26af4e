"""Pages about the system, its language, and what browsers ask for by themselves."""

import pytest
from django.test import Client

from tests.builders.looking import look, send, words_of
from tests.builders.world import World


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/tentang/", "Pengaduan biasa selesai paling lambat 14 hari kerja"),
        ("/tentang/data-anda/", "Nama Anda tidak pernah tampil untuk umum"),
        ("/tentang/aksesibilitas/", "WCAG 2.2 tingkat AA"),
    ],
)
def test_pages_about_the_system(world: World, address: str, told: str) -> None:
    page = look(world, address)
    assert page.status_code == 200
    assert told in words_of(page)
    assert f'href="{address}"' in look(world, "/").content.decode()


def test_robots_may_read_reports_but_nobodys_own_pages(client: Client) -> None:
    answer = client.get("/robots.txt")
    lines = answer.content.decode().splitlines()
    assert answer["Content-Type"].startswith("text/plain")
    assert {"Disallow: /lacak/", "Disallow: /meja/", "Disallow: /akun/"} <= set(lines)
    assert "Disallow: /laporan/" not in lines


def test_the_favicon_has_its_old_address(client: Client) -> None:
    answer = client.get("/favicon.ico")
    assert answer.status_code == 301
    assert "favicon" in answer["Location"]


def test_the_language_stays_with_the_browser(world: World) -> None:
    client = Client()
    answer = send(world, "/bahasa/", {"language": "en", "next": "/laporan/?q=jalan"}, client)
    assert (answer.status_code, answer["Location"]) == (302, "/laporan/?q=jalan")
    assert '<html lang="en"' in look(world, "/", client).content.decode()
    send(world, "/bahasa/", {"language": "id", "next": "/"}, client)
    assert '<html lang="id"' in look(world, "/", client).content.decode()


@pytest.mark.parametrize("back", ["https://contoh.test/", "//contoh.test/", "javascript:alert(1)", ""])
def test_the_language_switch_leads_nowhere_else(world: World, back: str) -> None:
    answer = send(world, "/bahasa/", {"language": "xx", "next": back})
    assert answer["Location"] == "/"
    assert "bahasa" not in answer.cookies


def test_the_language_is_not_switched_by_a_link(world: World) -> None:
    assert look(world, "/bahasa/?language=en").status_code == 405
