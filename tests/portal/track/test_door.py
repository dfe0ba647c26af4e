"""The way in with number and code: exact about typing errors, silent about everything else."""

import re

import pytest
from django.test import Client

from lapor.rules.attempts import UNLOCK_BY_CODE
from lapor.rules.tracking_code import new_tracking_code
from lapor.steps.reports.set_privacy import set_privacy
from tests.builders.portal import browser_of
from tests.builders.world import World, at_office, received


def plain(page: bytes) -> str:
    return re.sub(r'csrfmiddlewaretoken" value="[^"]+"', "", page.decode())


def test_number_and_code_open_the_page(world: World) -> None:
    receipt, browser = received(world), browser_of()
    typed = {"code": f"LAPOR {receipt.code[:3]} {receipt.code[3:6]}-{receipt.code[6:]}"}
    answer = browser.post("/lacak/", typed | {"access_code": receipt.access_code.lower()})
    assert answer.url == f"/lacak/{receipt.code}/"
    assert "Riwayat" in browser.get(answer.url).content.decode()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("", "Tulis nomor laporan Anda."),
        ("12345", "terdiri dari 9 angka"),
        ("583720462", "salah ketik"),
        ("ABC720461", "hanya berisi angka"),
        ("1" * 500, "terdiri dari 9 angka"),
    ],
)
def test_a_mistyped_number_says_so(world: World, code: str, words: str) -> None:
    answer = browser_of().post("/lacak/", {"code": code, "access_code": "RK7M2TXB"})
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_a_wrong_code_and_an_unknown_number_look_the_same(world: World) -> None:
    receipt = received(world)
    digits = iter([5, 5, 5, 5, 5, 5, 5, 5])
    unknown = new_tracking_code(lambda below: next(digits))
    pages = []
    for code in (receipt.code, unknown):
        answer = browser_of().post("/lacak/", {"code": code, "access_code": "RK7M2TXB"})
        assert answer.status_code == 422
        pages.append(plain(answer.content).replace(code, "NOMOR"))
    assert pages[0] == pages[1]
    assert "tidak cocok" in pages[0]


def test_guessing_codes_of_one_report_ends(world: World) -> None:
    receipt = received(world)
    words = {"code": receipt.code, "access_code": "RK7M2TXB"}
    for number in range(UNLOCK_BY_CODE.times):
        assert Client(REMOTE_ADDR=f"10.0.0.{number}").post("/lacak/", words).status_code == 422
    right = words | {"access_code": receipt.access_code}
    assert Client(REMOTE_ADDR="10.0.1.1").post("/lacak/", right).status_code == 429


def test_a_stranger_with_the_number_learns_nothing(world: World) -> None:
    code = received(world).code
    digits = iter([7, 7, 7, 7, 7, 7, 7, 7])
    unknown = new_tracking_code(lambda below: next(digits))
    pages = []
    for one in (code, unknown):
        answer = browser_of().get(f"/lacak/{one}/")
        assert answer.status_code == 200
        shown = f"{one[:3]} {one[3:6]} {one[6:]}"
        pages.append(plain(answer.content).replace(shown, "NOMOR").replace(one, "ALAMAT"))
    assert pages[0] == pages[1]
    assert 'value="NOMOR"' in pages[0]


def test_a_published_report_leads_to_its_public_page_until_it_is_secret(world: World) -> None:
    code = at_office(world)
    assert browser_of().get(f"/lacak/{code}/").url == f"/laporan/{code}/"
    set_privacy(
        actor=world.officers["nasional"],
        code=code,
        is_anonymous=True,
        is_secret=True,
        now=world.later(hours=1),
    )
    assert browser_of().get(f"/lacak/{code}/").status_code == 200


def test_a_broken_number_in_the_address(world: World) -> None:
    answer = browser_of().get("/lacak/583720462/")
    assert answer.status_code == 404
    assert "salah ketik" in answer.content.decode()


@pytest.mark.parametrize(
    "address",
    ["jawab", "balas", "selesai", "sanggah", "nilai", "keberatan", "cabut", "privasi", "tanda-terima/pdf"],
)
def test_no_action_is_open_to_who_only_knows_the_number(world: World, address: str) -> None:
    code = at_office(world)
    words = {"words": "Ini bukan laporan saya.", "rating": "5", "outcome": "solved", "privacy": "ordinary"}
    assert browser_of().post(f"/lacak/{code}/{address}/", words).status_code == 404


def test_an_officer_follows_only_what_he_reported_himself(world: World) -> None:
    code = at_office(world)
    answer = browser_of(account_id=world.officers["nasional"].account_id).get(f"/lacak/{code}/")
    assert answer.url == f"/laporan/{code}/"
