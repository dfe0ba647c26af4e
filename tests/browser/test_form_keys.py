"""The Enter key in the form of a report: it goes on, and takes nothing out and puts nothing in place."""

import pytest
from playwright.sync_api import Page, expect

from lapor.records.reports.attachment import Attachment
from tests.builders.browser import Open
from tests.builders.journey import journey_world, scene_photo
from tests.builders.telling import TEXT, add_photo, as_photo, fill_in, onward, review

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("storage_folder"),
]


def _step(page: Page, number: int) -> None:
    expect(page.locator(f"#langkah-{number}")).to_be_visible()
    expect(page.locator(".lp-step:visible")).to_have_count(1)


def test_on_a_telephone_enter_is_the_next_step(open_page: Open) -> None:
    journey_world()
    page = open_page("/lapor/")
    page.locator("textarea[name=text]").fill(TEXT)
    onward(page)
    place = page.locator("input[name=place_text]")
    place.press_sequentially("Tanjung", delay=10)
    expect(page.locator("[role=listbox] [role=option]").first).to_be_visible()
    place.press("Enter")  # only closes the list
    expect(page.locator("[role=listbox]").first).to_be_hidden()
    _step(page, 2)
    page.locator("input[name=street]").press("Enter")
    _step(page, 3)
    page.locator("input[name=kind]:checked").press("Enter")
    _step(page, 4)
    page.locator("input[name=agency_text]").press("Enter")
    _step(page, 5)
    page.locator("input[name=email]").press("Enter")
    expect(page.get_by_text("Ada beberapa tempat yang cocok.").first).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_enter_takes_no_file_out_and_no_offered_place(open_page: Open, script: bool) -> None:
    journey_world()
    page = open_page("/lapor/", script=script, width=1280)
    page.locator("textarea[name=text]").fill(TEXT)
    if script:
        add_photo(page, scene_photo())
    else:
        page.locator("input[name=files]").set_input_files(as_photo(scene_photo()))
    page.get_by_role("button", name="Periksa laporan").click()
    expect(page.get_by_text("Tulis tempat kejadian, atau tandai di peta.").first).to_be_visible()
    expect(page.get_by_role("button", name="Pakai sebagai tempat kejadian").first).to_be_visible()
    place = page.locator("input[name=place_text]")
    place.fill("Kota Padang")
    if script:
        expect(page.locator("[role=listbox] [role=option]").first).to_be_visible()
        place.press("Enter")
    place.press("Enter")
    expect(page.get_by_role("heading", name="Periksa, lalu kirim")).to_be_visible()
    expect(page.get_by_text("lubang.jpg")).to_be_visible()
    expect(page.locator("input[name=place]")).to_have_value("13.71")
    assert Attachment.objects.filter(is_stored=True).count() == 1


def test_after_looking_it_over_enter_keeps_the_files(open_page: Open) -> None:
    journey_world()
    page = open_page("/lapor/", width=1280)
    fill_in(page, photo=scene_photo())
    review(page)
    page.get_by_role("button", name="Ubah dulu").click()
    page.locator("input[name=street]").fill("Jalan Pandan Ujung")
    page.locator("input[name=street]").press("Enter")
    expect(page.get_by_role("heading", name="Periksa, lalu kirim")).to_be_visible()
    expect(page.get_by_text("lubang.jpg")).to_be_visible()
