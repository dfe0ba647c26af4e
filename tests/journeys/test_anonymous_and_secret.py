"""Illegal levies, told anonymously and secretly: answered like any other, and no one else learns of it.

The words of the story are marked. At the end every address is opened as everybody, the letters, the export
and the log are read, and no mark is found by who may not know it.
"""

import io
import logging
import re

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import Page, expect

from lapor.channels.dispatch import deliver_due
from lapor.rules.access import Role
from tests.access.people import everybody
from tests.access.sightings import Sightings, sightings
from tests.builders.browser import Open
from tests.builders.journey import INSPECTORATE, journey_world, scene_photo
from tests.builders.telling import add_photo, choose_place, onward, review, send
from tests.builders.world import row
from tests.journeys.stage import Stage, choose_agency, press

pytestmark = pytest.mark.slow

STORY, NAME, MAIL, ANSWER, REPLY, FILE = (
    "kenarikisah",
    "Kenarinama",
    "kenarisurel@contoh.test",
    "kenarijawaban",
    "kenaribalasan",
    "kenariberkas",
)
CONTENT = (STORY, ANSWER, REPLY, FILE)
#: The inspectorate that holds it, the national desk, the person himself; not the desk above the accused.
MAY_READ = {"inspektur", "nasional", "reporter"}
ACCUSED = "pupr"


def _tell(stage: Stage) -> str:
    page = stage.reporter("/lapor/")
    page.locator("textarea[name=text]").fill(
        f"Petugas dinas meminta uang dua ratus ribu untuk surat yang gratis, {STORY}."
    )
    add_photo(page, scene_photo(), f"{FILE}.jpg")
    onward(page)
    choose_place(page)
    for _step in range(3):
        onward(page)
    page.locator("input[name=privacy][value=anonymous_secret]").check(force=True)
    page.locator("input[name=email]").fill(MAIL)
    page.locator("input[name=name]").fill(NAME)
    stage.picture(page, "30-anonim-dan-rahasia", height=950)
    review(page)
    code, _access_code = send(page)
    report = row(code)
    assert (report.is_anonymous, report.is_secret, report.is_published) == (True, True, False)
    return code


def _verify(stage: Stage, code: str) -> None:
    """The class is supervisory: the accused office is not offered it, the inspectorate gets it."""
    page = stage.officer("nasional", f"/meja/verifikasi/{code}/")
    expect(page.locator("main")).not_to_contain_text(NAME)
    page.locator("#verifikasi input[name=report_class][value=supervisory]").check(force=True)
    choose_agency(page, INSPECTORATE)
    page.locator("#verifikasi textarea[name=reason]").fill("Dugaan pungutan liar diperiksa inspektorat.")
    stage.picture(page, "31-verifikasi-rahasia")
    press(page, "Verifikasi dan disposisi")
    report = row(code)
    assert (report.held_by.name, report.is_published, report.public_text) == (INSPECTORATE, False, "")


def _answer(stage: Stage, code: str) -> None:
    page = stage.officer("inspektur", f"/meja/laporan/{code}/")
    expect(page.locator("main")).to_contain_text(STORY)
    expect(page.locator("main")).to_contain_text("Anonim")
    stage.picture(page, "32-inspektorat-tanpa-nama")
    page = stage.officer("inspektur", f"/meja/laporan/{code}/tindak-lanjut/")
    page.locator("textarea[name=text]").fill(f"Pemeriksaan dimulai, {ANSWER}.")
    page.locator("form.lp-panel button.lp-button--primary").first.click()
    page.wait_for_load_state("networkidle")
    page = stage.reporter(f"/lacak/{code}/")
    expect(page.locator("main")).to_contain_text(ANSWER)
    page.locator("form[action$='/balas/'] textarea").fill(f"Kejadiannya di loket dua, {REPLY}.")
    page.locator("form[action$='/balas/'] button").last.click()
    page.wait_for_load_state("networkidle")


def _open_identity(stage: Stage, code: str) -> None:
    """Only the national desk may, with a reason; the person reads who did and why."""
    page = stage.officer("nasional", f"/meja/laporan/{code}/identitas/")
    expect(page.locator("main")).not_to_contain_text(NAME)
    page.locator("main textarea").first.fill("Menawarkan perlindungan saksi.")
    page.locator("form.lp-panel button.lp-button--primary").first.click()
    page.wait_for_load_state("networkidle")
    expect(page.locator("main")).to_contain_text(NAME)
    page = stage.reporter(f"/lacak/{code}/")
    expect(page.locator("main")).to_contain_text("Menawarkan perlindungan saksi.")
    stage.picture(page, "33-siapa-membuka-identitas", height=2800)


def _not_found(page: Page) -> None:
    expect(page.locator("h1")).to_contain_text(re.compile("tidak ada", re.IGNORECASE))
    for word in (*CONTENT, NAME):
        expect(page.locator("body")).not_to_contain_text(word)


def _outsiders_find_nothing(stage: Stage, code: str) -> None:
    _not_found(stage.stranger(f"/laporan/{code}/"))
    for name in (ACCUSED, "solok"):
        _not_found(stage.officer(name, f"/meja/laporan/{code}/"))
    stage.picture(stage.pages[ACCUSED], "34-kantor-yang-dilaporkan")
    page = stage.stranger(f"/laporan/?q={STORY}")
    expect(page.locator("main")).not_to_contain_text(f"{STORY}.")
    assert page.locator(f"a[href*='{code}']").count() == 0


def _readers(stage: Stage, code: str) -> Sightings:
    world = stage.world
    world.officer("pengawas", "Kota Solok", Role.OVERSEER)
    return sightings(everybody(world, (code,)), (*CONTENT, NAME, MAIL), (code,))


def _letters(code: str) -> str:
    """Every letter; only the person's own address stands in any of them, as the one it goes to."""
    mail.outbox.clear()
    while deliver_due(clock=timezone.now):
        pass
    own = [letter for letter in mail.outbox if letter.to == [MAIL]]
    assert own, "the person is told, on the way he chose"
    assert not [letter for letter in mail.outbox if letter.to != [MAIL] and MAIL in str(letter.message())]
    assert any(code in letter.body.replace(" ", "") for letter in own)
    return "".join(letter.subject + letter.body for letter in mail.outbox)


def _export() -> str:
    out = io.StringIO()
    call_command("export", stdout=out)
    return out.getvalue()


def test_levies_told_anonymously_and_secretly(
    transactional_db: None, open_page: Open, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    stage = Stage(open_page, journey_world(has_approver=False))
    code = _tell(stage)
    _verify(stage, code)
    _answer(stage, code)
    _open_identity(stage, code)
    _outsiders_find_nothing(stage, code)
    seen = _readers(stage, code)
    for word in (STORY, ANSWER, REPLY):
        assert set(seen[word]) == MAY_READ, word
    assert set(seen[FILE]) == {"reporter"}, "officers read a neutral name; his may name him"
    for word in (NAME, MAIL):
        assert set(seen[word]) == {"nasional"}, "who opened the identity with a reason, and nobody else"
    assert caplog.records
    for elsewhere in (_letters(code), _export(), caplog.text):
        assert not [word for word in (*CONTENT, NAME) if word in elsewhere]
