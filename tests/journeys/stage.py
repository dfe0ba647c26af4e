"""The stage of a journey: people with their own browsers, and pictures where pictures are wanted."""

import io
import os
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from tests.builders.browser import Open
from tests.builders.telling import as_photo
from tests.builders.world import World

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "journey"
TELEPHONE, DESKTOP = 360, 1280


@dataclass
class Stage:
    """Who plays, each with a browser that stays open."""

    open_page: Open
    world: World
    pages: dict[str, Page] = field(default_factory=dict)

    def reporter(self, path: str = "/") -> Page:
        """The person on a telephone."""
        if "reporter" not in self.pages:
            self.pages["reporter"] = self.open_page(path, width=TELEPHONE)
            return self.pages["reporter"]
        return self._go("reporter", path)

    def officer(self, name: str, path: str) -> Page:
        """An officer at his desk, signed in."""
        if name not in self.pages:
            account = self.world.officers[name].account_id
            self.pages[name] = self.open_page(path, width=DESKTOP, account=account)
            return self.pages[name]
        return self._go(name, path)

    def stranger(self, path: str) -> Page:
        """Somebody who only reads what is public."""
        return self.open_page(path, width=DESKTOP)

    def context_of(self, name: str) -> BrowserContext:
        return self.pages[name].context

    def _go(self, name: str, path: str) -> Page:
        page = self.pages[name]
        origin = "/".join(page.url.split("/")[:3])
        page.goto(origin + path)
        page.wait_for_load_state("networkidle")
        return page

    def picture(self, page: Page, name: str, *, height: int = 800) -> None:
        """Keeps what the page shows, when LAPOR_PICTURES asks for it; down to `height`."""
        if os.environ.get("LAPOR_PICTURES"):
            page.evaluate("window.scrollTo(0, 0)")
            width = page.evaluate("innerWidth")
            shot = page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
            few = Image.open(io.BytesIO(shot)).convert("RGB").quantize(colors=128, dither=Image.Dither.NONE)
            few.save(PICTURES / f"{name}.png", optimize=True)


def choose_agency(page: Page, name: str) -> None:
    """Types the agency's name as an officer does; the server finds the one that is meant."""
    field_ = page.locator("input[name=to_agency_text]")
    field_.fill(name)
    expect(page.locator("[role=listbox] [role=option]").first).to_be_visible()
    field_.press("ArrowDown")
    field_.press("Enter")


def add_evidence(page: Page, content: bytes, name: str = "sesudah.jpg") -> None:
    page.locator("main input[type=file]").first.set_input_files(as_photo(content, name))


def press(page: Page, name: str) -> None:
    """Presses the button of the form in sight and waits for what comes."""
    page.locator("main").get_by_role("button", name=name, exact=True).last.click()
    page.wait_for_load_state("networkidle")
