"""What was typed survives a closed browser, a lost network and an error; sending twice makes one report."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from lapor.records.reports.report import Report
from tests.builders.browser import Open, Site, new_context
from tests.builders.journey import journey_world, scene_photo, time_of
from tests.builders.telling import TEXT, add_photo, fill_in, on_receipt, review, send

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("storage_folder"),
]
_STORY = "textarea[name=text]"


def _saved(page: Page) -> None:
    expect(page.locator("[data-draft-note]")).to_contain_text("Tersimpan")


def test_the_draft_is_there_when_the_browser_is_opened_again(
    open_page: Open, chromium: Browser, running_site: Site
) -> None:
    world = journey_world()
    with time_of(world):
        page = open_page("/lapor/")
        page.locator(_STORY).fill(TEXT)
        add_photo(page, scene_photo(640, 480))
        _saved(page)
        key = page.locator("input[name=key]").input_value()
        kept = page.context.storage_state()
        page.context.close()

        context = new_context(chromium, storage_state=kept)
        page = context.new_page()
        page.goto(f"{running_site.address}/lapor/")
        expect(page.locator(_STORY)).to_have_value(TEXT)
        expect(page.get_by_text("Ini tulisan Anda yang belum terkirim.")).to_be_visible()
        expect(page.locator(".lp-file")).to_contain_text("lubang.jpg")
        assert page.locator("input[name=key]").input_value() == key
        context.close()


def test_without_a_network_nothing_is_lost_and_later_it_is_sent(open_page: Open) -> None:
    world = journey_world()
    with time_of(world):
        page = open_page("/lapor/")
        fill_in(page)
        page.context.set_offline(True)
        page.get_by_role("button", name="Periksa laporan").click()
        expect(page.get_by_text("Sambungan sedang terputus.")).to_be_visible()
        expect(page.locator(_STORY)).to_have_value(TEXT)
        page.context.set_offline(False)
        review(page)
        page.context.set_offline(True)
        page.get_by_role("button", name="Kirim laporan").click()
        expect(page.get_by_text("Sambungan sedang terputus.")).to_be_visible()
        assert not Report.everything.exists()
        page.context.set_offline(False)
        send(page)
        page.goto(page.url.split("/lacak/")[0] + "/lapor/")
        expect(page.locator(_STORY)).to_have_value("")
    assert Report.everything.count() == 1


def _lose_the_answer(route: Route) -> None:
    route.fetch(max_redirects=0)
    route.fulfill(status=502, body="gagal")


def test_after_an_error_of_the_server_the_same_report_is_sent_once(open_page: Open) -> None:
    world = journey_world()
    with time_of(world):
        page = open_page("/lapor/")
        fill_in(page)
        review(page)
        form = page.url
        # The answer is lost after the report was stored: the worst moment.
        page.route(form, _lose_the_answer)
        page.get_by_role("button", name="Kirim laporan").click()
        expect(page.locator("body")).to_have_text("gagal")
        assert Report.everything.count() == 1
        page.unroute(form)
        page.goto(form)
        expect(page.locator(_STORY)).to_have_value(TEXT)
        for _step in range(4):
            page.locator(".lp-step.is-current [data-go=next]").click()
        page.get_by_role("button", name="Periksa laporan").click()
        code, access_code = on_receipt(page)
    assert re.fullmatch(r"\d{9}", code)
    assert access_code
    assert Report.everything.count() == 1


def test_pressing_send_twice_makes_one_report(open_page: Open, running_site: Site) -> None:
    world = journey_world()
    with time_of(world):
        page = open_page("/lapor/")
        fill_in(page)
        review(page)
        page.get_by_role("button", name="Kirim laporan").dblclick()
        assert on_receipt(page)[1]
        running_site.door.wait_until_empty()
    assert Report.everything.count() == 1
