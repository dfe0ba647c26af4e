"""The form of a report with script: nothing typed is lost, files travel while it is written."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from lapor.records.reports.attachment import Attachment
from lapor.records.reports.report import Report
from tests.builders.browser import Open, new_context
from tests.builders.journey import camera_photo, citizen, journey_world, scene_photo
from tests.builders.telling import TEXT, add_photo, as_photo, choose_place, fill_in, onward, review, send
from tests.builders.world import received

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("storage_folder"),
]
STORED = "() => Object.keys(localStorage)"


def reopened(page: Page, site: str, path: str = "/lapor/") -> Page:
    """The page is closed as if the telephone had died, and another one is opened."""
    context = page.context
    page.close()
    page = context.new_page()
    page.goto(site + path)
    page.wait_for_load_state("networkidle")
    return page


def test_everything_comes_back_after_the_browser_was_closed_and_is_sent_once(
    open_page: Open, site: str
) -> None:
    journey_world()
    page = open_page("/lapor/")
    fill_in(page, photo=scene_photo())
    page.locator("input[name=phone]").fill("0812 3456 7890")
    key = page.locator("input[name=key]").input_value()
    page = reopened(page, site)
    expect(page.locator("textarea[name=text]")).to_have_value(TEXT)
    expect(page.locator("input[name=place][type=hidden]")).to_have_value("13.72.02.1003")
    expect(page.locator("input[name=phone]")).to_have_value("0812 3456 7890")
    expect(page.locator("input[name=key]")).to_have_value(key)
    expect(page.locator("input[name=files_kept]")).to_have_count(1)
    expect(page.get_by_text("Ini tulisan Anda yang belum terkirim.")).to_be_visible()
    for _step in range(4):
        onward(page)
    review(page)
    code, access_code = send(page)
    assert access_code
    assert page.evaluate(STORED) == []
    report = Report.everything.get(code=code)
    assert (report.region_id, report.attachments.count()) == ("13.72.02.1003", 1)


def test_sending_again_after_a_lost_answer_gives_the_same_number(open_page: Open, site: str) -> None:
    journey_world()
    page = open_page("/lapor/")
    fill_in(page)
    review(page)
    # The report arrives, its answer does not.
    page.route("**/lapor/", lambda route: (route.fetch(max_redirects=0), route.abort()))
    page.get_by_role("button", name="Kirim laporan").click()
    page.wait_for_timeout(500)
    page.unroute("**/lapor/")
    code = Report.everything.get().code
    page = reopened(page, site)
    for _step in range(4):
        onward(page)
    page.get_by_role("button", name="Periksa laporan").click()
    expect(page.get_by_text("Laporan diterima").first).to_be_visible()
    assert f"/lacak/{code}/" in page.url
    expect(page.get_by_text("Kode, jangan dibagikan")).to_be_visible()
    assert Report.everything.count() == 1


def test_without_a_network_nothing_is_sent_into_the_void(open_page: Open) -> None:
    journey_world()
    page = open_page("/lapor/")
    fill_in(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Periksa laporan").click()
    expect(page.get_by_text("Sambungan sedang terputus.")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("Sambungan sedang terputus.")).not_to_be_visible()
    review(page)


def test_an_interrupted_upload_goes_on_by_a_press_and_a_photograph_travels_small(
    transactional_db: None, chromium: Browser, site: str
) -> None:
    journey_world()
    page = new_context(chromium).new_page()
    page.goto(f"{site}/lapor/")
    page.route("**/lapor/berkas/", lambda route: route.fulfill(status=502, body=""))
    chooser = page.locator("form[data-submit] input[type=file]")
    original = camera_photo()
    chooser.set_input_files(as_photo(original))
    again = page.get_by_role("button", name="Lanjutkan")
    expect(again).to_be_visible()
    expect(page.get_by_text("Sambungan terputus.")).to_be_visible()
    page.unroute("**/lapor/berkas/")
    again.click()
    expect(page.locator("input[name=files_kept]")).to_have_count(1)
    expect(page.get_by_text("Diperkecil dari")).to_be_visible()
    assert Attachment.objects.get().size < len(original) / 3
    with page.expect_response("**/lapor/berkas/hapus/"):
        page.get_by_role("button", name="Hapus").click()
    expect(page.locator(".lp-files > li")).to_have_count(0)
    assert not Attachment.objects.filter(is_stored=True).exists()
    page.context.close()


def test_words_from_home_put_an_older_draft_aside_and_it_can_be_taken_up(open_page: Open, site: str) -> None:
    journey_world()
    page = open_page("/lapor/")
    page.locator("textarea[name=text]").fill(TEXT)
    page = reopened(page, site, "/lapor/?isi=Lampu+jalan+mati+di+depan+pasar")
    expect(page.locator("textarea[name=text]")).to_have_value("Lampu jalan mati di depan pasar")
    assert page.url.endswith("/lapor/")
    page.get_by_role("button", name="Buka yang itu").click()
    page.wait_for_load_state("networkidle")
    expect(page.locator("textarea[name=text]")).to_have_value(TEXT)
    page.get_by_role("button", name="Buka yang itu").click()
    page.wait_for_load_state("networkidle")
    expect(page.locator("textarea[name=text]")).to_have_value("Lampu jalan mati di depan pasar")
    page.get_by_role("button", name="Buang yang itu").click()
    assert page.evaluate(STORED) == ["lapor-draft-lapor"]
    page.get_by_role("button", name="Mulai dari kosong").click()
    page.wait_for_load_state("networkidle")
    expect(page.locator("textarea[name=text]")).to_have_value("")


def test_words_stay_on_the_device_for_two_weeks_and_not_when_it_is_left(open_page: Open, site: str) -> None:
    world = journey_world()
    receipt = received(world)
    page = open_page("/lapor/")
    page.evaluate(
        """() => [["lapor-older", 15], ["balas-1", 13], ["balas-2", 15]].forEach(([name, days]) =>
            localStorage.setItem(`lapor-draft-${name}`,
                JSON.stringify({at: Date.now() - days * 864e5, values: {text: "Lama"}})))"""
    )
    page = reopened(page, site)
    assert page.evaluate(STORED) == ["lapor-draft-balas-1"]
    expect(page.get_by_text("Ada tulisan lain yang belum terkirim:")).to_be_hidden()
    page.locator("textarea[name=text]").fill(TEXT)
    page.goto(f"{site}/lacak/{receipt.code}/")
    page.locator("input[name=access_code]").fill(receipt.access_code)
    page.get_by_role("button", name="Lihat laporan").click()
    page.get_by_role("button", name="Tutup laporan di perangkat ini").click()
    expect(page.get_by_text("sudah ditutup di perangkat ini")).to_be_visible()
    assert page.evaluate(STORED) == []


def test_where_the_person_stands_the_photograph_was_taken_or_the_pin_is(open_page: Open) -> None:
    journey_world()
    page = open_page(
        "/lapor/", geolocation={"latitude": -0.79, "longitude": 100.66}, permissions=["geolocation"]
    )
    add_photo(page, scene_photo())
    onward(page)
    place, code = page.locator("input[name=place_text]"), page.locator("input[name=place][type=hidden]")
    expect(page.locator("[data-photo-label]")).to_contain_text("Tanjung Harapan")
    expect(place).to_have_value("")
    page.get_by_role("button", name="Pakai sebagai tempat kejadian").click()
    expect(code).to_have_value("13.72.02")
    place.fill("")
    page.get_by_role("button", name="Pakai lokasi saya").click()
    expect(code).to_have_value("13.72.02")
    expect(page.locator("input[name=place_latitude]")).to_have_value("-0.790000")
    page.get_by_role("button", name="Tanjung Paku?").click()
    expect(code).to_have_value("13.72.02.1003")
    assert page.locator("link[href*=leaflet]").count() == 0
    page.get_by_text("Tandai di peta").click()
    expect(page.locator(".leaflet-marker-icon")).to_be_visible()
    expect(page.locator(".lp-areaname").first).to_be_visible()
    latitude, pin = page.locator("input[name=place_latitude]"), page.locator(".leaflet-marker-icon")
    place.fill("")
    choose_place(page, "Tanjung Harapan")
    expect(latitude).to_have_value("-0.790000")
    expect(pin).to_be_visible()
    place.fill("")
    choose_place(page, "Kota Padang")
    expect(latitude).to_have_value("")
    expect(pin).to_have_count(0)


def test_words_that_name_no_known_place_become_the_street_when_a_pin_is_set(open_page: Open) -> None:
    journey_world()
    page = open_page(
        "/lapor/", geolocation={"latitude": -0.79, "longitude": 100.66}, permissions=["geolocation"]
    )
    onward(page)
    page.locator("input[name=place_text]").fill("depan SD 05")
    page.get_by_role("button", name="Pakai lokasi saya").click()
    expect(page.locator("input[name=place][type=hidden]")).to_have_value("13.72.02")
    expect(page.locator("input[name=street]")).to_have_value("depan SD 05")


def test_the_summary_says_what_is_filled_in(open_page: Open) -> None:
    journey_world()
    page = open_page("/lapor/", width=1280)
    said = page.locator("[data-summary=laporan]")
    expect(said).to_contain_text("Belum diisi")
    choose_place(page)
    page.get_by_text("Saya punya usul").click()
    page.get_by_text("Anonim dan rahasia").click()
    add_photo(page, scene_photo())
    for words in ("Aspirasi", "Tanjung Paku", "1 berkas", "Anonim dan rahasia"):
        expect(said).to_contain_text(words)


def test_with_an_account_the_words_wait_on_every_device(open_page: Open) -> None:
    journey_world()
    account = citizen()
    page = open_page("/lapor/", account=account)
    with page.expect_response("**/lapor/draf/") as kept:
        page.locator("textarea[name=text]").fill(TEXT)
    assert kept.value.status == 204
    elsewhere = open_page("/akun/", account=account)
    elsewhere.get_by_text(TEXT[:30]).first.click()
    expect(elsewhere.locator("textarea[name=text]")).to_have_value(TEXT)


def test_a_draft_of_the_account_shows_its_files_and_does_not_mix_with_another(open_page: Open) -> None:
    journey_world()
    account = citizen()
    page = open_page("/lapor/", account=account)
    with page.expect_response("**/lapor/draf/"):
        page.locator("textarea[name=text]").fill(TEXT)
        add_photo(page, scene_photo())
    elsewhere = open_page("/lapor/", account=account)
    elsewhere.locator("textarea[name=text]").fill("Lampu jalan mati di depan pasar")
    elsewhere.locator("input[name=street]").evaluate("field => field.value = 'Jalan Pasar'")
    elsewhere.get_by_role("button", name="Lanjut").first.click()
    elsewhere.locator("input[name=street]").press_sequentially("!")
    expect(elsewhere.locator("[data-draft-note]")).to_contain_text("Tersimpan")
    elsewhere.goto(elsewhere.url.split("/lapor/")[0] + "/akun/")
    elsewhere.get_by_text(TEXT[:30]).first.click()
    expect(elsewhere.locator("textarea[name=text]")).to_have_value(TEXT)
    expect(elsewhere.locator("input[name=street]")).to_have_value("")
    expect(elsewhere.locator(".lp-file")).to_contain_text("lubang.jpg")
    expect(elsewhere.locator("input[name=files_kept]")).to_have_count(1)
    elsewhere.wait_for_timeout(600)
    elsewhere.goto(elsewhere.url.split("?")[0])
    expect(elsewhere.locator("textarea[name=text]")).to_have_value(TEXT)
    expect(elsewhere.get_by_text("Lampu jalan mati di depan pasar")).to_be_visible()


def test_contact_data_that_was_taken_out_stays_out(open_page: Open, site: str) -> None:
    journey_world()
    page = open_page("/lapor/", account=citizen(), width=1280)
    name = page.locator("input[name=name]")
    expect(name).to_have_value("Siti Rahma")
    page.locator("textarea[name=text]").fill(TEXT)
    name.fill("")
    page.locator("input[name=email]").fill("")
    page = reopened(page, site)
    expect(page.locator("textarea[name=text]")).to_have_value(TEXT)
    expect(page.locator("input[name=name]")).to_have_value("")
    expect(page.locator("input[name=email]")).to_have_value("")


def test_a_server_that_is_down_loses_no_words(open_page: Open, site: str) -> None:
    """The words stay on the device whatever the answer is."""
    journey_world()
    page = open_page("/lapor/")
    fill_in(page)

    def broken(route: Route) -> None:
        route.fulfill(status=500, body="<h1>500</h1>", content_type="text/html")

    page.route("**/lapor/", broken)
    page.get_by_role("button", name="Periksa laporan").click()
    expect(page.get_by_text("500")).to_be_visible()
    page.unroute("**/lapor/")
    page = reopened(page, site)
    expect(page.locator("textarea[name=text]")).to_have_value(TEXT)
