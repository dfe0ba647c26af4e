"""Everything that matters works without script: telling with a photograph, following, replying."""

import pytest
from playwright.sync_api import Page, expect

from lapor.records.reports.attachment import Attachment
from lapor.rules.lifecycle import Move
from tests.browser.reports import work_on
from tests.builders.browser import Open
from tests.builders.journey import journey_world, scene_photo, time_of
from tests.builders.telling import PLACE, TEXT, as_photo, on_receipt
from tests.builders.world import row

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("storage_folder"),
]


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def _write(page: Page) -> None:
    page.locator("textarea[name=isi]").fill(TEXT)
    _press(page, "Mulai lapor")
    expect(page.locator("textarea[name=text]")).to_have_value(TEXT)
    page.locator("input[name=files]").set_input_files(as_photo(scene_photo(800, 600)))
    page.locator("input[name=place_text]").fill(PLACE)
    _press(page, "Periksa laporan")


def test_a_report_is_told_followed_and_answered(open_page: Open) -> None:
    world = journey_world(has_approver=False)
    with time_of(world) as clock:
        page = open_page("/", script=False)
        _write(page)
        expect(page.get_by_text("Tanjung Paku, Tanjung Harapan, Kota Solok")).to_be_visible()
        expect(page.locator(".lp-file")).to_contain_text("lubang.jpg")
        _press(page, "Kirim laporan")
        code, access_code = on_receipt(page)
        assert row(code).text == TEXT
        assert row(code).region_id == "13.72.02.1003"

        work_on(world, code)
        clock.move_to(world.now)

        # Another device knows nothing but the number and the code.
        page = open_page("/lacak/", script=False)
        page.locator("input[name=code]").fill(code)
        page.locator("input[name=access_code]").fill(access_code)
        _press(page, "Lihat laporan")
        expect(page.locator(".lp-line")).to_be_visible()
        page.get_by_label("Balasan", exact=True).fill("Lubangnya makin lebar sejak hujan kemarin.")
        page.locator("input[name=files]").set_input_files(as_photo(scene_photo(640, 480), "hujan.jpg"))
        _press(page, "Kirim balasan")
        expect(page.get_by_text("Balasan Anda terkirim.")).to_be_visible()
        expect(page.get_by_text("Lubangnya makin lebar")).to_be_visible()
    moves = row(code).events.order_by("id").values_list("move", flat=True)
    assert moves.last() == Move.REPLY
    assert Attachment.objects.filter(event__report__code=code, is_stored=True).count() == 2


def test_what_is_missing_is_said_and_nothing_typed_is_lost(open_page: Open) -> None:
    world = journey_world()
    with time_of(world):
        page = open_page("/lapor/", script=False)
        page.locator("textarea[name=text]").fill(TEXT)
        page.locator("input[name=email]").fill("siti")
        page.locator("input[name=files]").set_input_files(as_photo(scene_photo(640, 480)))
        _press(page, "Periksa laporan")
        expect(page.locator(".lp-summary-error")).to_contain_text("Tulis tempat kejadian")
        expect(page.locator("textarea[name=text]")).to_have_value(TEXT)
        expect(page.locator("input[name=email]")).to_have_value("siti")
        expect(page.locator(".lp-file")).to_contain_text("lubang.jpg")
