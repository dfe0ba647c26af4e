"""Every page of the portal and the desk: nothing for axe to find, nothing beside the screen, no complaint."""

from itertools import groupby

import pytest
from playwright.sync_api import Page

from tests.browser.managing_pages import MANAGING
from tests.browser.pages import DESK, PORTAL, Visit
from tests.browser.reports import citizen_with_reports, reports_of
from tests.builders.browser import CONTRAST, Open, findings
from tests.builders.journey import journey_world, time_of

pytestmark = pytest.mark.django_db(transaction=True)
NARROW, WIDE = 320, 1280
LOOKS = ("ontime", "near", "late", "you", "settled", "closed", "archived")


@pytest.mark.parametrize("visits", [PORTAL, DESK, MANAGING], ids=["portal", "desk", "managing"])
def test_every_page_in_every_state_light_and_dark_narrow_and_wide(
    open_page: Open, site: str, visits: tuple[Visit, ...]
) -> None:
    world = journey_world(has_approver=False)
    codes = reports_of(world)
    accounts = {name: officer.account_id for name, officer in world.officers.items()}
    accounts["citizen"] = citizen_with_reports(world)
    wrong: list[str] = []
    with time_of(world):
        for by, theirs in groupby(sorted(visits, key=_by), _by):
            who = {"account": accounts.get(by), "unlocked": tuple(codes.values()) if by == "reporter" else ()}
            first = open_page("/tentang/", width=NARROW, **who)
            for visit in theirs:
                page = first.context.new_page()
                page.goto(site + visit.address.format(**codes))
                page.evaluate("document.fonts.ready")
                if visit.then:
                    visit.then(page)
                wrong += _looked_at(page, visit)
                page.evaluate("localStorage.clear()")
                page.close()
    assert not wrong, "\n".join(wrong)


def _by(visit: Visit) -> str:
    return visit.by


def _looked_at(page: Page, visit: Visit) -> list[str]:
    """All rules once per width; what colours do, for the dark theme too."""
    found: list[str] = []
    for width in (NARROW, WIDE):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme="light")
        found += [f"{visit}, {width}: {one}" for one in findings(page)]
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
            found.append(f"{visit}, {width}: {wide} px wide: {_widest(page)}")
        page.emulate_media(color_scheme="dark")
        found += [f"{visit}, {width}, dark: {one}" for one in findings(page, CONTRAST)]
    return found


def _widest(page: Page) -> str:
    """The elements that reach over the edge, for the message."""
    return str(
        page.evaluate(
            "[...document.body.querySelectorAll('*')]"
            ".filter(one => one.getBoundingClientRect().right > innerWidth + 0.5)"
            ".slice(-3).map(one => one.outerHTML.slice(0, 100))"
        )
    )


def test_the_line_has_all_its_looks(open_page: Open, site: str) -> None:
    world = journey_world(has_approver=False)
    codes = reports_of(world)
    page = open_page("/", unlocked=tuple(codes.values()))
    with time_of(world):
        for look in LOOKS:
            page.goto(f"{site}/lacak/{codes[look]}/")
            assert page.locator(f".lp-line--{look}").count() == 1, look
