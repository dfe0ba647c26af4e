"""Telling a report in a browser, as a person does it."""

from playwright.sync_api import FilePayload, Page, expect

TEXT = (
    "Jalan Pandan Ujung di depan SD berlubang besar sejak dua minggu lalu. Sudah ada anak jatuh dari sepeda."
)
PLACE = "Tanjung Paku"


def as_photo(content: bytes, name: str = "lubang.jpg") -> FilePayload:
    """A file as the browser's chooser hands it over."""
    return {"name": name, "mimeType": "image/jpeg", "buffer": content}


def onward(page: Page) -> None:
    """The next step of the form on a telephone; on a wide screen all steps are there."""
    button = page.locator(".lp-step.is-current [data-go=next]")
    if button.is_visible():
        button.click()


def choose_place(page: Page, words: str = PLACE) -> None:
    """Types the place and takes the first suggestion, by keyboard."""
    field = page.locator("input[name=place_text]")
    field.press_sequentially(words, delay=10)
    expect(page.locator("[role=listbox] [role=option]").first).to_be_visible()
    field.press("ArrowDown")
    field.press("Enter")
    expect(page.locator("input[name=place]")).not_to_have_value("")


def add_photo(page: Page, content: bytes, name: str = "lubang.jpg") -> None:
    """Chooses a photograph and waits until it has arrived."""
    page.locator("form[data-submit] input[type=file]").set_input_files(as_photo(content, name))
    expect(page.locator("input[name=files_kept]")).to_have_count(1, timeout=20_000)


def fill_in(page: Page, *, text: str = TEXT, photo: bytes | None = None) -> None:
    """From the first step of `/lapor/` to the last, where the button to review is."""
    page.locator("textarea[name=text]").fill(text)
    if photo:
        add_photo(page, photo)
    onward(page)
    choose_place(page)
    for _step in range(3):
        onward(page)


def review(page: Page) -> None:
    """To the page on which the report is read once more."""
    page.get_by_role("button", name="Periksa laporan").click()
    expect(page.get_by_role("heading", name="Periksa, lalu kirim")).to_be_visible()


def send(page: Page) -> tuple[str, str]:
    """Sends from the review; the number and the access code of the receipt."""
    page.get_by_role("button", name="Kirim laporan").click()
    return on_receipt(page)


def on_receipt(page: Page) -> tuple[str, str]:
    """What the receipt shows: the number without spaces, and the access code ("" if it is not shown)."""
    expect(page.get_by_text("Laporan diterima").first).to_be_visible()
    numbers = page.locator(".lp-receipt dd").all_inner_texts()
    code = "".join(filter(str.isdigit, numbers[0]))
    return code, numbers[1].strip() if len(numbers) > 1 else ""
