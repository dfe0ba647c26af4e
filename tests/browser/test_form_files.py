"""No attachment is left out in silence: whoever presses on too early waits, or is shown what got stuck."""

import pytest
from playwright.sync_api import Page, expect

from lapor.records.reports.attachment import Attachment
from tests.builders.browser import Open
from tests.builders.journey import camera_photo, journey_world, time_of
from tests.builders.telling import as_photo, fill_in
from tests.builders.world import in_progress

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("storage_folder"),
]
# An old telephone: making a picture smaller takes its time.
_SLOW = """() => {
    const quick = window.createImageBitmap;
    window.createImageBitmap = file =>
        new Promise(done => setTimeout(done, 1500)).then(() => quick(file));
}"""


def _press_review(page: Page) -> None:
    page.get_by_role("button", name="Periksa laporan").click()


def test_a_photograph_that_is_still_being_made_smaller_is_waited_for(open_page: Open) -> None:
    journey_world()
    page = open_page("/lapor/", width=1280)
    fill_in(page)
    page.evaluate(_SLOW)
    page.locator("form[data-submit] input[type=file]").set_input_files(as_photo(camera_photo()))
    _press_review(page)
    expect(page.get_by_role("heading", name="Periksa, lalu kirim")).to_be_visible()
    expect(page.get_by_text("lubang.jpg")).to_be_visible()


def test_a_form_without_uploads_on_the_way_waits_too(open_page: Open) -> None:
    world = journey_world(has_approver=False)
    code = in_progress(world)
    with time_of(world):
        page = open_page(f"/lacak/{code}/", unlocked=(code,))
        page.evaluate(_SLOW)
        page.get_by_label("Balasan", exact=True).fill("Lubangnya makin lebar sejak hujan kemarin.")
        page.locator("input[name=files]").set_input_files(as_photo(camera_photo()))
        assert page.evaluate("document.querySelector('input[name=files]').files.length") == 1
        page.get_by_role("button", name="Kirim balasan").click()
        expect(page.get_by_text("Balasan Anda terkirim.")).to_be_visible()
    assert Attachment.objects.filter(report__code=code).count() == 1


def test_an_interrupted_file_stops_the_form_until_it_goes_on_or_is_taken_out(open_page: Open) -> None:
    journey_world()
    page = open_page("/lapor/")
    page.route("**/lapor/berkas/", lambda route: route.abort("internetdisconnected"))
    page.locator("form[data-submit] input[type=file]").set_input_files(as_photo(camera_photo()))
    expect(page.get_by_text("Sambungan terputus.")).to_be_visible()
    fill_in(page)
    _press_review(page)
    expect(page.get_by_text("Berkas ini belum terkirim. Lanjutkan, atau hapus dulu.")).to_be_visible()
    expect(page.get_by_role("button", name="Lanjutkan")).to_be_focused()
    page.unroute("**/lapor/berkas/")
    page.get_by_role("button", name="Lanjutkan").click()
    expect(page.locator("input[name=files_kept]")).to_have_count(1)
    for _step in range(4):
        page.locator(".lp-step.is-current [data-go=next]").click()
    _press_review(page)
    expect(page.get_by_role("heading", name="Periksa, lalu kirim")).to_be_visible()
    expect(page.get_by_text("lubang.jpg")).to_be_visible()


def test_a_file_that_fails_while_the_form_waits_is_shown(open_page: Open) -> None:
    journey_world()
    page = open_page("/lapor/", width=1280)
    fill_in(page)
    page.evaluate(_SLOW)
    page.route("**/lapor/berkas/", lambda route: route.abort("internetdisconnected"))
    page.locator("form[data-submit] input[type=file]").set_input_files(as_photo(camera_photo()))
    _press_review(page)
    expect(page.get_by_role("button", name="Lanjutkan")).to_be_focused()
    expect(page.get_by_role("heading", name="Tulis laporan").first).to_be_visible()
    page.get_by_role("button", name="Hapus").click()
    _press_review(page)
    expect(page.get_by_role("heading", name="Periksa, lalu kirim")).to_be_visible()
