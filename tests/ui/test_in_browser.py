"""What only a browser can tell: contrast, names, keyboards, and that all works under the strict policy."""

import io
import json

import pytest
from PIL import Image
from playwright.sync_api import Page, Route, expect

from tests.builders.browser import Open, findings

LIGHT = "-terang"


# The gallery shows both themes at once, so each width needs only one scheme of its own frame.
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_the_gallery_has_no_finding_and_never_scrolls_sideways(
    open_page: Open, width: int, scheme: str
) -> None:
    page = open_page("/galeri/", width=width, scheme=scheme)
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_that_is_not_there_has_no_finding(open_page: Open, scheme: str) -> None:
    # The 404 itself is a complaint of the console, so the page is drawn from the gallery's address.
    page = open_page("/galeri/", scheme=scheme)
    page.set_content(_not_found())
    assert findings(page) == []


def _not_found() -> str:
    from django.template.loader import render_to_string

    return render_to_string("404.html")


def test_icons_and_font_come_through_the_policy(open_page: Open) -> None:
    page = open_page("/galeri/", width=1280)
    assert page.evaluate("[...document.fonts].some(face => face.status === 'loaded')")
    assert page.evaluate("document.querySelector('#icon svg.i use').getBoundingClientRect().width") > 5


def test_a_device_that_saves_data_gets_no_font(open_page: Open) -> None:
    page = open_page("/galeri/", save=True)
    names = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert not [name for name in names if name.endswith(".woff2")]


def test_everything_stands_without_script(open_page: Open) -> None:
    page = open_page("/galeri/", script=False)
    expect(page.locator(f"#id_files-file_upload-0{LIGHT}")).to_be_visible()
    expect(page.locator("#file_upload .lp-field .lp-button").first).to_be_hidden()
    expect(page.locator("#step_form .lp-step").nth(1)).to_be_visible()
    expect(page.locator("#map_pin .lp-mapbox__map").first).to_be_hidden()


def _suggest(route: Route) -> None:
    results = [
        {"value": "13.72.01.1001", "label": "Tanjung Paku", "detail": "Kota Solok"},
        {"value": "13.71.03.1004", "label": "Tanjung Saba", "detail": "Kota Padang"},
    ]
    route.fulfill(body=json.dumps({"results": results}), content_type="application/json")


def test_suggestions_by_keyboard(open_page: Open) -> None:
    page = open_page("/galeri/")
    page.route("**/wilayah/cari/**", _suggest)
    field = page.locator(f"#id_place-typeahead-0{LIGHT}")
    hidden = page.locator(f"input[type=hidden][name=place-typeahead-0{LIGHT}]")
    field.fill("Tanj")
    options = page.locator(f"#id_place-list-typeahead-0{LIGHT} li, [id^=id_place-list] li")
    expect(options).to_have_count(2)
    assert field.get_attribute("aria-expanded") == "true"
    field.press("ArrowDown")
    field.press("ArrowDown")
    field.press("Enter")
    expect(field).to_have_value("Tanjung Saba")
    expect(hidden).to_have_value("13.71.03.1004")
    field.press_sequentially("x")
    expect(hidden).to_have_value("")


def test_one_step_at_a_time_on_a_telephone_and_a_draft_that_stays(open_page: Open) -> None:
    page = open_page("/galeri/")
    steps = page.locator("#step_form .lp-form").first.locator(".lp-step")
    expect(steps.nth(0)).to_be_visible()
    expect(steps.nth(1)).to_be_hidden()
    story = steps.nth(0).locator("textarea")
    story.fill("Jalan berlubang di depan SD")
    expect(page.locator("[data-draft-note]").first).to_contain_text("Tersimpan di perangkat ini")
    steps.nth(0).get_by_role("button", name="Lanjut").click()
    expect(steps.nth(1)).to_be_visible()
    steps.nth(1).get_by_role("button", name="Kembali").click()
    page.reload()
    expect(page.locator("#step_form textarea").first).to_have_value("Jalan berlubang di depan SD")


def test_photographs_are_made_smaller_before_they_travel(open_page: Open) -> None:
    page = open_page("/galeri/", width=1280)
    photo = io.BytesIO()
    Image.effect_noise((2400, 1800), 90).convert("RGB").save(photo, "JPEG", quality=95)
    field = page.locator(f"#id_files-file_upload-0{LIGHT}")
    field.set_input_files({"name": "lubang.jpg", "mimeType": "image/jpeg", "buffer": photo.getvalue()})
    row = page.locator("#file_upload .lp-file", has_text="lubang.jpg")
    expect(row.locator("small")).to_contain_text("Diperkecil dari")
    assert field.evaluate("field => field.files[0].size") < len(photo.getvalue()) / 2
    row.get_by_role("button", name="Hapus").click()
    expect(row).to_have_count(0)
    assert field.evaluate("field => field.files.length") == 0


def test_a_map_takes_a_pin(open_page: Open) -> None:
    page = open_page("/galeri/", width=1280)
    canvas = page.locator("#map_pin .lp-mapbox__map").first
    canvas.scroll_into_view_if_needed()
    before = _latitude(page)
    canvas.click(position={"x": 60, "y": 200})
    expect(page.locator("#map_pin .lp-pin").first).to_be_visible()
    assert _latitude(page) != before


def _latitude(page: Page) -> str:
    return page.locator("#map_pin input[type=hidden]").first.input_value()


def test_officers_work_by_keyboard(open_page: Open) -> None:
    page = open_page("/galeri/", width=1280)
    page.locator("#inbox a").first.focus()
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent").strip() == "Rambu tertutup pohon"
    page.keyboard.press("x")
    expect(page.locator("#inbox input[value='190775428']").first).to_be_checked()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.type") == "search"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("dialog.lp-help")).to_be_visible()
