"""The way in with number and code: exact about typing errors, silent about everything else."""

import re

import pytest
from django.test import Client

from lapor.queries.accounts.attempts import attempt_key
from lapor.queries.messages.notice_content import notice_contents
from lapor.records.accounts.attempt import Attempt
from lapor.records.messages.notice import Notice
from lapor.rules.attempts import UNLOCK_BY_CODE, UNLOCK_BY_PLACE, UNLOCK_BY_PLACE_AND_CODE
from lapor.rules.tracking_code import new_tracking_code
from lapor.steps.reports.set_privacy import set_privacy
from lapor.steps.reports.verify import verify_report
from tests.builders.notices import load_notice_texts
from tests.builders.portal import browser_of, standing_clock
from tests.builders.world import START, World, at_office, received, verification


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


def test_guessing_the_code_of_one_report_ends_for_whoever_guesses_and_for_nobody_else(world: World) -> None:
    receipt, guesser = received(world), browser_of()
    wrong = {"code": receipt.code, "access_code": "RK7M2TXB"}
    right = wrong | {"access_code": receipt.access_code}
    with standing_clock(START):
        for _guess in range(UNLOCK_BY_PLACE_AND_CODE.times):
            assert guesser.post("/lacak/", wrong).status_code == 422
        refused = guesser.post("/lacak/", right)
        other = Client(REMOTE_ADDR="10.0.1.1").post("/lacak/", right)
    assert (refused.status_code, other.status_code) == (429, 302)
    assert "Tunggu 18 menit" in refused.content.decode()
    assert refused["Retry-After"] == "1080"
    assert f'value="{receipt.access_code}"' in refused.content.decode()


def test_a_number_has_a_bound_of_its_own_out_of_reach_of_a_few(world: World) -> None:
    receipt = received(world)
    window = UNLOCK_BY_CODE.starts_at(START)
    key = attempt_key(UNLOCK_BY_CODE, receipt.code, START)
    Attempt.objects.create(key=key, window=window, count=UNLOCK_BY_CODE.times - 1)
    wrong = {"code": receipt.code, "access_code": "RK7M2TXB"}
    with standing_clock(START):
        assert browser_of().post("/lacak/", wrong).status_code == 422
        assert browser_of().post("/lacak/", wrong).status_code == 429


def test_mistyped_numbers_count_too_and_right_codes_do_not(world: World) -> None:
    receipt, browser = received(world), browser_of()
    right = {"code": receipt.code, "access_code": receipt.access_code}
    with standing_clock(START):
        for _try in range(UNLOCK_BY_PLACE.times + 1):
            assert browser.post("/lacak/", right).status_code == 302
        for _try in range(UNLOCK_BY_PLACE.times):
            assert browser.post("/lacak/", right | {"code": "583720462"}).status_code == 422
        assert browser.post("/lacak/", right | {"code": "583720462"}).status_code == 429


def test_neighbours_in_one_ipv6_network_are_one_place(world: World) -> None:
    wrong = {"code": received(world).code, "access_code": "RK7M2TXB"}
    with standing_clock(START):
        answers = [
            Client(REMOTE_ADDR=f"2001:db8:1:2::{number}").post("/lacak/", wrong).status_code
            for number in range(UNLOCK_BY_PLACE_AND_CODE.times + 1)
        ]
        elsewhere = Client(REMOTE_ADDR="2001:db8:1:3::1").post("/lacak/", wrong)
    assert (answers[-2], answers[-1], elsewhere.status_code) == (422, 429, 422)


def test_opening_gives_the_session_a_new_key_and_closing_takes_the_report_out(world: World) -> None:
    receipt, other, browser = received(world), received(world), browser_of()
    keys = set()
    for one in (receipt, other):
        browser.post("/lacak/", {"code": one.code, "access_code": one.access_code})
        keys.add(browser.cookies["sesi"].value)
    assert len(keys) == 2
    assert f'action="/lacak/{receipt.code}/tutup/"' in browser.get(f"/lacak/{receipt.code}/").content.decode()
    closed = browser.post(f"/lacak/{receipt.code}/tutup/", follow=True)
    assert "sudah ditutup di perangkat ini" in closed.content.decode()
    assert "Tinggal kode" in browser.get(f"/lacak/{receipt.code}/").content.decode()
    assert "Riwayat" in browser.get(f"/lacak/{other.code}/").content.decode()


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


def test_from_the_letter_to_the_page_although_everybody_may_read_the_report(world: World) -> None:
    load_notice_texts()
    receipt, browser = received(world), browser_of()
    world.later(hours=2)
    verify_report(
        actor=world.officers["nasional"], code=receipt.code, details=verification(world), now=world.now
    )
    (content,) = notice_contents(
        Notice.objects.filter(report__code=receipt.code, channel="email").values_list("pk", flat=True)[:1]
    ).values()
    door = browser.get(content.path)
    assert door.status_code == 200
    shown = f"{receipt.code[:3]} {receipt.code[3:6]} {receipt.code[6:]}"
    assert f'value="{shown}"' in door.content.decode()
    opened = browser.post("/lacak/", {"code": shown, "access_code": receipt.access_code}, follow=True)
    assert opened.redirect_chain == [(content.path, 302)]
    assert "Riwayat" in opened.content.decode()


def test_from_the_public_page_to_the_door_and_back(world: World) -> None:
    code, browser = at_office(world), browser_of()
    assert f'href="/lacak/{code}/"' in browser.get(f"/laporan/{code}/").content.decode()
    door = browser.get(f"/lacak/{code}/").content.decode()
    assert 'name="access_code"' in door
    assert f'href="/laporan/{code}/">Begini umum melihatnya' in door


def test_the_door_leads_to_the_public_page_until_the_report_is_secret(world: World) -> None:
    code = at_office(world)
    set_privacy(
        actor=world.officers["nasional"],
        code=code,
        is_anonymous=True,
        is_secret=True,
        now=world.later(hours=1),
    )
    assert "Begini umum melihatnya" not in browser_of().get(f"/lacak/{code}/").content.decode()


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
    assert "Tinggal kode" in answer.content.decode()
