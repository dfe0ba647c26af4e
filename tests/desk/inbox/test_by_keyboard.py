"""A whole round at the desk with the hands on the keyboard, in a real browser, and without script."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Route, expect

from lapor.records.catalogue.follow_up_template import FollowUpTemplate
from tests.builders.browser import Open
from tests.builders.journey import journey_world, time_of
from tests.builders.world import in_progress, received, routed, row

pytestmark = pytest.mark.django_db(transaction=True)


def test_walk_open_pick_and_act(open_page: Open) -> None:
    world = journey_world(has_approver=False)
    first, second = routed(world), routed(world)
    with time_of(world):
        page = open_page("/meja/", width=1280, account=world.officers["solok"].account_id)
        preview = page.locator("#pratinjau [data-preview]")
        expect(preview).to_have_attribute("data-preview", first)
        page.keyboard.press("j")
        page.keyboard.press("j")
        expect(preview).to_have_attribute("data-preview", second)
        expect(page.locator(".lp-inbox li.is-open input")).to_have_value(second)
        page.keyboard.press("k")
        expect(preview).to_have_attribute("data-preview", first)
        page.keyboard.press("x")
        expect(page.locator(".lp-bulk")).to_be_visible()
        expect(page.locator("[data-bulk-count]")).to_have_text("1")
        page.get_by_role("button", name="Pilih semua").click()
        expect(page.locator(".lp-inbox input:checked")).to_have_count(page.locator(".lp-inbox > li").count())
        page.keyboard.press("?")
        expect(page.locator("dialog.lp-help")).to_contain_text("Tindak lanjut")
        page.get_by_role("button", name="Matikan tombol cepat").click()
        page.keyboard.press("j")
        page.keyboard.press("/")
        expect(page.locator("#cari")).not_to_be_focused()
        page.locator("[data-keys-help]").click()
        page.get_by_role("button", name="Nyalakan tombol cepat").click()
        page.keyboard.press("/")
        expect(page.locator("#cari")).to_be_focused()
        page.keyboard.press("Escape")
        page.keyboard.press("b")
        page.wait_for_url("**/tindak-lanjut/**")
        page.locator("textarea[name=text]").fill("Tim mengukur besok.")
        page.get_by_role("button", name="Kirim tindak lanjut").click()
        # The next report of the same list is there at once.
        page.wait_for_url(f"**/meja/laporan/{second}/**")
        expect(page.locator(".lp-flashes")).to_contain_text("Pelapor diberi tahu, dan umum dapat membacanya.")
        expect(page.locator(".lp-flashes")).to_contain_text("Berikutnya:")
    assert row(first).state == "in_progress"


def test_opening_a_row_twice_leads_to_its_page(open_page: Open) -> None:
    world = journey_world(has_approver=False)
    code, other = routed(world), routed(world)
    with time_of(world):
        page = open_page("/meja/", width=1280, account=world.officers["solok"].account_id)
        link = page.locator(".lp-inbox a").nth(1)
        link.click()
        expect(page.locator("#pratinjau [data-preview]")).to_have_attribute("data-preview", other)
        assert page.url.endswith("/meja/")
        link.click()
        page.wait_for_url(f"**/meja/laporan/{other}/**")
        narrow = open_page("/meja/", width=360, account=world.officers["solok"].account_id)
        narrow.locator(".lp-inbox a").first.click()
        narrow.wait_for_url(f"**/meja/laporan/{code}/**")


def test_an_answer_that_arrives_late_does_not_replace_the_report_that_is_marked(open_page: Open) -> None:
    world = journey_world(has_approver=False)
    _, second, third = routed(world), routed(world), routed(world)
    held: list[Route] = []
    with time_of(world):
        page = open_page("/meja/", width=1280, account=world.officers["solok"].account_id)
        page.route(f"**buka={second}**", lambda route: held.append(route))
        page.locator(".lp-inbox a").nth(1).click()
        page.keyboard.press("b")  # the panel shows the first one still
        page.locator(".lp-inbox a").nth(2).click()
        preview = page.locator("#pratinjau [data-preview]")
        expect(preview).to_have_attribute("data-preview", third)
        title = page.locator("#pratinjau h2").inner_text()
        expect(page.get_by_role("status").filter(has_text=title)).to_have_count(1)
        held[0].continue_()
        page.wait_for_timeout(500)
        expect(preview).to_have_attribute("data-preview", third)
        expect(page.locator(".lp-inbox li.is-open input")).to_have_value(third)


def test_without_a_connection_the_list_stays_and_says_so(open_page: Open) -> None:
    world = journey_world(has_approver=False)
    routed(world)
    routed(world)
    with time_of(world):
        page = open_page("/meja/", width=1280, account=world.officers["solok"].account_id)
        page.context.set_offline(True)
        page.locator(".lp-inbox a").nth(1).click()
        expect(page.locator("#pratinjau")).to_contain_text("Pratinjau belum terbuka")
        page.context.set_offline(False)
        page.locator(".lp-inbox a").nth(1).click()
        expect(page.locator("#pratinjau [data-preview]")).to_be_visible()


def test_forms_open_within_the_report(open_page: Open) -> None:
    world = journey_world(has_approver=False)
    code = in_progress(world)
    FollowUpTemplate.objects.create(title="Dijadwalkan", body="Petugas datang pada [tanggal].")
    with time_of(world):
        address = f"/meja/laporan/{code}/"
        page = open_page(address, width=1280, account=world.officers["pupr"].account_id)
        page.keyboard.press("b")
        area = page.locator("#tindakan textarea[name=text]")
        expect(area).to_be_focused()
        page.locator("#tindakan select[name=templat]").select_option(label="Dijadwalkan")
        page.get_by_role("button", name="Pakai").click()
        expect(area).to_have_value("Petugas datang pada [tanggal].")
        assert (
            page.evaluate("getSelection().toString()") == "[tanggal]"
            or area.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)")
            == "[tanggal]"
        )
        page.get_by_role("button", name="Kirim tindak lanjut").click()
        expect(page.locator(".lp-flashes")).to_contain_text("tindak lanjut terkirim")


def test_the_verification_promises_and_copies_while_it_is_filled_in(open_page: Open) -> None:
    world = journey_world(has_approver=False)
    code = received(world).code
    with time_of(world):
        address = f"/meja/verifikasi/{code}/"
        page = open_page(address, width=1280, account=world.officers["nasional"].account_id)
        agency = page.locator("input[name=to_agency_text]")
        agency.press_sequentially("kota solok", delay=5)
        with page.expect_request("**/janji/**") as asked:
            page.locator("#id_to_agency-list li").first.click()
        # Addresses are kept by logs: what the report says is none of theirs.
        assert set(parse_qs(urlsplit(asked.value.url).query)) == {
            "verifikasi", "kind", "report_class", "to_agency"
        }  # fmt: skip
        expect(page.locator("#janji")).to_contain_text("menjawab paling lambat")
        copy = page.locator("input[name=copy_text]")
        copy.press_sequentially("padang", delay=5)
        page.locator("#id_copy-list li").first.click()
        expect(page.locator("[data-copies-list] input[name=copies]")).to_be_checked()
        expect(copy).to_have_value("")
        page.locator("#id_reason").fill("Jalan ini jalan kota.")
        page.locator("input[name=tags]").press("Enter")
        expect(page.locator(".lp-flashes")).to_contain_text("Pelapor membaca:")
    assert row(code).state == "routed" and row(code).copies.count() == 1


def test_everything_goes_without_script_too(open_page: Open) -> None:
    world = journey_world(has_approver=False)
    codes = [routed(world), routed(world)]
    with time_of(world):
        page = open_page("/meja/", width=360, script=False, account=world.officers["solok"].account_id)
        for box in page.locator(".lp-inbox input").all():
            box.check()
        page.get_by_role("button", name="Disposisi yang dipilih").click()
        page.locator("input[name=to_agency_text]").fill("dinas pekerjaan umum")
        page.locator("textarea[name=reason]").fill("Pemeliharaan jalan kota.")
        page.get_by_role("button", name="Periksa dulu").click()
        page.get_by_role("button", name="Kerjakan 2 laporan").click()
        expect(page.locator("main")).to_contain_text("2 dari 2 laporan sudah dikerjakan.")
    assert {row(code).held_by.kind for code in codes} == {"office"}
