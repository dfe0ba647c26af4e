"""Returned as not ours twice, then decided with binding effect: a report never bounces a third time."""

import pytest
from playwright.sync_api import expect

from tests.builders.browser import Open
from tests.builders.journey import PADANG, SOLOK, journey_world
from tests.builders.world import received, row
from tests.journeys.stage import Stage, choose_agency, press

pytestmark = pytest.mark.slow


def _route(stage: Stage, code: str, to: str) -> None:
    page = stage.officer("nasional", f"/meja/verifikasi/{code}/")
    choose_agency(page, to)
    page.locator("#verifikasi textarea[name=reason]").fill("Menurut letaknya, ini tugas pemerintah kota itu.")
    press(page, "Verifikasi dan disposisi")
    assert row(code).held_by.name == to


def _return(stage: Stage, code: str, officer: str, proposed: str) -> None:
    page = stage.officer(officer, f"/meja/disposisi/{code}/bukan-wewenang/")
    choose_agency(page, proposed)
    page.locator("textarea[name=reason]").fill("Jalan ini tidak ada dalam daftar jalan kami.")
    stage.picture(page, f"20-bukan-wewenang-{officer}")
    page.locator("form.lp-panel button.lp-button--primary").click()
    page.wait_for_load_state("networkidle")


def test_returned_twice_and_decided_for_good(transactional_db: None, open_page: Open) -> None:
    world = journey_world()
    stage = Stage(open_page, world)
    code = received(world).code
    _route(stage, code, SOLOK)
    _return(stage, code, "solok", PADANG)
    assert row(code).state == "received"
    _route(stage, code, PADANG)
    _return(stage, code, "padang", SOLOK)
    page = stage.officer("provinsi", f"/meja/disposisi/{code}/putuskan/")
    choose_agency(page, SOLOK)
    page.locator("textarea[name=reason]").fill("Menurut daftar ruas tahun ini, jalan ini jalan Kota Solok.")
    stage.picture(page, "21-putusan-mengikat")
    page.locator("form.lp-panel button.lp-button--primary").click()
    page.wait_for_load_state("networkidle")
    report = row(code)
    assert (report.state, report.held_by.name, report.is_binding) == ("routed", SOLOK, True)
    page = stage.officer("solok", f"/meja/laporan/{code}/")
    expect(page.locator("main")).not_to_contain_text("Bukan wewenang")
