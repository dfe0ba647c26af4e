"""Forms that open within the report's page: nothing unsent is lost, files behave as elsewhere."""

import pytest
from playwright.sync_api import Page, expect

from lapor.records.catalogue.follow_up_template import FollowUpTemplate
from tests.builders.browser import Open
from tests.builders.journey import camera_photo, journey_world, time_of
from tests.builders.telling import as_photo
from tests.builders.world import World, at_office, in_progress, row

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("storage_folder"),
]


def opened(open_page: Open, world: World, code: str, key: str) -> Page:
    """The report's page with the form behind a key."""
    page = open_page(f"/meja/laporan/{code}/", width=1280, account=world.officers["pupr"].account_id)
    page.keyboard.press(key)
    page.locator("#tindakan textarea").first.wait_for()
    return page


def test_another_form_asks_before_it_takes_the_place_of_unsent_words(open_page: Open) -> None:
    world = journey_world(has_approver=False)
    code = in_progress(world)
    with time_of(world):
        page = opened(open_page, world, code, "b")
        title = page.locator("#judul-tindakan")
        page.keyboard.press("Escape")
        page.keyboard.press("n")
        expect(title).to_have_text("Tulis catatan")
        page.locator("#tindakan textarea").fill("Sudah saya telepon.")
        page.keyboard.press("Escape")
        page.keyboard.press("s")
        page.get_by_role("button", name="Lanjutkan menulis").click()
        expect(page.locator("#tindakan textarea")).to_have_value("Sudah saya telepon.")
        expect(page.locator("#tindakan textarea")).to_be_focused()
        page.keyboard.press("Escape")
        page.keyboard.press("s")
        page.get_by_role("button", name="Buang tulisan ini").click()
        expect(title).to_have_text("Nyatakan selesai")


def test_files_of_a_fetched_form_are_made_small_and_counted(open_page: Open) -> None:
    world = journey_world(has_approver=False)
    code = in_progress(world)
    with time_of(world):
        page = opened(open_page, world, code, "b")
        chooser = page.locator("#tindakan input[type=file]")
        chooser.set_input_files([as_photo(camera_photo())] * 6)
        expect(page.get_by_text("Diperkecil dari")).to_have_count(5)
        expect(page.get_by_text("Paling banyak 5 berkas.")).to_have_count(1)
        page.locator("#tindakan textarea").fill("Tim mengukur besok.")
        page.get_by_role("button", name="Kirim tindak lanjut").click()
        expect(page.locator(".lp-flashes")).to_contain_text("tindak lanjut terkirim", timeout=20_000)
    assert row(code).attachments.count() == 5


@pytest.mark.parametrize("has_approver", [False, True])
def test_enter_presses_what_the_form_is_for(open_page: Open, has_approver: bool) -> None:
    world = journey_world(has_approver=has_approver)
    code = at_office(world)
    FollowUpTemplate.objects.create(title="Dijadwalkan", body="Petugas datang pada [tanggal].")
    with time_of(world):
        page = opened(open_page, world, code, "b")
        page.locator("#tindakan textarea").fill("Tim mengukur besok.")
        page.locator("#tindakan input[type=radio]").first.press("Enter")
        said = "konsep diajukan" if has_approver else "tindak lanjut terkirim"
        expect(page.locator(".lp-flashes")).to_contain_text(said)
