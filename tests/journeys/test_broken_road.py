"""A report's whole life in a browser, from a telephone to the rating, told as one story.

`LAPOR_PICTURES=1 ./lapor test tests/journeys` keeps the pictures in `docs/journey/`.
"""

import pytest
from playwright.sync_api import expect

from lapor.rules.tracking_code import grouped
from tests.builders.browser import Open
from tests.builders.journey import PUPR, SOLOK, journey_world, scene_photo
from tests.builders.telling import TEXT, add_photo, fill_in, review, send
from tests.builders.world import row
from tests.journeys.stage import Stage, add_evidence, choose_agency, press

pytestmark = pytest.mark.slow


def _tell(stage: Stage) -> str:
    page = stage.reporter("/lapor/")
    page.locator("textarea[name=text]").fill(TEXT)
    add_photo(page, scene_photo())
    stage.picture(page, "01-menulis", height=1100)
    fill_in(page)
    review(page)
    stage.picture(page, "02-periksa")
    code, access_code = send(page)
    stage.picture(page, "03-tanda-terima")
    assert len(access_code.replace("-", "")) == 8
    return code


def _verify_and_route_down(stage: Stage, code: str) -> None:
    page = stage.officer("nasional", "/meja/")
    stage.picture(page, "04-meja-nasional")
    page = stage.officer("nasional", f"/meja/verifikasi/{code}/")
    choose_agency(page, SOLOK)
    page.locator("#verifikasi textarea[name=reason]").fill("Jalan Pandan Ujung adalah jalan kota.")
    expect(page.locator("#janji")).to_contain_text(SOLOK)
    stage.picture(page, "05-verifikasi")
    press(page, "Verifikasi dan disposisi")
    page = stage.officer("solok", f"/meja/disposisi/{code}/ke-bawah/")
    choose_agency(page, PUPR)
    page.locator("textarea[name=reason]").fill("Pemeliharaan jalan kota tugas Dinas PUPR.")
    stage.picture(page, "06-disposisi-ke-dinas")
    page.locator("form.lp-panel button.lp-button--primary").click()
    page.wait_for_load_state("networkidle")
    assert row(code).held_by.name == PUPR


def _ask_and_answer(stage: Stage, code: str) -> None:
    page = stage.officer("pupr", f"/meja/laporan/{code}/tanya/")
    page.locator("textarea[name=question]").fill("Lubangnya tepat di depan bangunan apa?")
    page.locator("form.lp-panel button.lp-button--primary").click()
    page.wait_for_load_state("networkidle")
    page = stage.reporter(f"/lacak/{code}/")
    expect(page.locator(".lp-line")).to_contain_text("Menunggu jawaban Anda")
    stage.picture(page, "07-petugas-bertanya", height=1600)
    page.locator("form[action$='/jawab/'] textarea").fill("Tepat di depan gerbang SD Negeri 05.")
    press(page, "Kirim jawaban")
    assert row(code).state == "routed"


def _follow_up_with_approval(stage: Stage, code: str) -> None:
    page = stage.officer("pupr", f"/meja/laporan/{code}/tindak-lanjut/")
    page.locator("textarea[name=text]").fill("Tim sudah mengukur lubang pagi ini. Penambalan dimulai besok.")
    press(page, "Minta persetujuan")
    assert row(code).state == "routed", "a draft is no answer"
    _approve(stage, code, "08-menyetujui")
    page = stage.reporter(f"/lacak/{code}/")
    expect(page.locator("main")).to_contain_text("Penambalan dimulai besok")


def _approve(stage: Stage, code: str, picture: str) -> None:
    page = stage.officer("penyetuju", f"/meja/laporan/{code}/konsep/")
    stage.picture(page, picture)
    page.locator("button[name=setuju]").click()
    page.wait_for_load_state("networkidle")


def _settle(stage: Stage, code: str) -> None:
    page = stage.officer("pupr", f"/meja/laporan/{code}/selesai/")
    page.locator("textarea[name=text]").fill("Lubang sudah dibongkar dan ditutup aspal panas.")
    add_evidence(page, scene_photo(is_mended=True))
    press(page, "Minta persetujuan")
    _approve(stage, code, "09-menyetujui-penyelesaian")
    assert row(code).state == "settled"


def _contest(stage: Stage, code: str) -> None:
    page = stage.reporter(f"/lacak/{code}/")
    stage.picture(page, "10-sudah-beres", height=1780)
    page.get_by_role("link", name="Belum selesai").click()
    page.wait_for_load_state("networkidle")
    page.locator("main textarea").first.fill("Tambalannya sudah turun lagi setelah hujan semalam.")
    stage.picture(page, "11-menyanggah")
    page.locator("main form button.lp-button--primary").first.click()
    page.wait_for_load_state("networkidle")
    report = row(code)
    assert (report.state, report.held_by.name) == ("in_progress", SOLOK)


def _settle_again_and_rate(stage: Stage, code: str) -> None:
    page = stage.officer("solok", f"/meja/laporan/{code}/selesai/")
    page.locator("textarea[name=text]").fill("Kami periksa sendiri: lapisan bawah diganti dan diaspal ulang.")
    add_evidence(page, scene_photo(is_mended=True), "aspal-ulang.jpg")
    page.locator("form.lp-panel button.lp-button--primary").first.click()
    page.wait_for_load_state("networkidle")
    page = stage.reporter(f"/lacak/{code}/")
    press(page, "Sudah selesai")
    page.locator("input[name=rating][value='5']").check(force=True)
    page.locator("input[name=outcome][value=solved]").check(force=True)
    stage.picture(page, "12-memberi-nilai", height=1720)
    press(page, "Simpan nilai")
    report = row(code)
    assert (report.state, report.rating) == ("closed", 5)
    page = stage.reporter(f"/lacak/{code}/")
    expect(page.locator(".lp-line")).to_contain_text("Selesai")
    stage.picture(page, "13-selesai")


def test_a_broken_road_from_the_telephone_to_the_rating(transactional_db: None, open_page: Open) -> None:
    stage = Stage(open_page, journey_world())
    code = _tell(stage)
    _verify_and_route_down(stage, code)
    _ask_and_answer(stage, code)
    _follow_up_with_approval(stage, code)
    _settle(stage, code)
    _contest(stage, code)
    _settle_again_and_rate(stage, code)
    page = stage.stranger(f"/laporan/{code}/")
    expect(page.locator("main")).to_contain_text("aspal ulang")
    expect(page.locator("body")).to_contain_text(grouped(code))
    stage.picture(page, "14-laporan-publik")
