"""The paper that is handed over: number, code once, and nothing that is not the reporter's to show."""

import pytest

from lapor.queries.reports.access_code import unlocked_code
from lapor.records.messages.notice import Notice
from lapor.ui.wording import tracking
from tests.builders.desk import read
from tests.builders.portal import browser_of, counted
from tests.builders.world import World, received, row
from tests.desk.intake.test_intake import at_desk, taken_down, told


def paper_of(code: str) -> str:
    return f"/meja/terima/{code}/tanda-terima/"


def shown_code(page: str) -> str:
    """The access code in the page."""
    return page.split("Kode, jangan dibagikan")[1].split("<dd", 1)[1].split(">", 1)[1].split("<")[0]


def test_number_and_code_are_shown_and_the_code_only_once(world: World) -> None:
    browser = at_desk(world)
    code = taken_down(browser, told(door="telephone"))
    first = browser.get(paper_of(code)).content.decode()
    assert tracking(code) in first
    assert unlocked_code(code, shown_code(first)) == code
    assert "Terima berikutnya" in first
    assert "/meja/terima/?lewat=telephone" in first
    again = browser.get(paper_of(code))
    assert again.status_code == 200
    assert "Kode, jangan dibagikan" not in again.content.decode()


def test_it_says_who_received_it_and_does_not_call_the_agency_the_reporters_choice(world: World) -> None:
    browser = at_desk(world)
    agency = {"agency": str(world.agencies["Kota Solok"].pk), "agency_text": "Kota Solok"}
    code = taken_down(browser, told(**agency))
    page = read(browser.get(paper_of(code)))
    assert "Diterima oleh Kota Solok, datang langsung" in page
    assert "Laporan ditujukan ke instansi ini" in page and "Anda memilih" not in page
    later = read(browser_of(code).get(f"/lacak/{code}/tanda-terima/"))
    assert "Diterima oleh Kota Solok, datang langsung" in later
    own = received(world).code
    assert "Diterima oleh LAPOR!, lewat situs" in read(browser_of(own).get(f"/lacak/{own}/tanda-terima/"))


def test_the_code_does_not_open_the_report_in_the_officers_browser(world: World) -> None:
    browser = at_desk(world)
    code = taken_down(browser, told())
    browser.get(paper_of(code))
    assert code not in browser.session.get("unlocked", [])
    assert "Jalan Pandan Ujung" not in browser.get(f"/lacak/{code}/").content.decode()


def test_nobody_prints_what_somebody_else_took_down(world: World) -> None:
    code = taken_down(at_desk(world), told())
    other = received(world).code
    for browser, number in ((at_desk(world, "nasional"), code), (at_desk(world), other)):
        assert browser.get(paper_of(number)).status_code == 404


def test_a_report_that_went_to_another_desk_still_gets_its_receipt(world: World) -> None:
    browser = at_desk(world, "pupr")
    code = taken_down(browser, told())
    assert row(code).held_by.name == "Meja Nasional"
    assert "Meja Nasional" in browser.get(paper_of(code)).content.decode()


@pytest.mark.parametrize(
    ("privacy", "flags"), [("anonymous", (True, False)), ("anonymous_secret", (True, True))]
)
def test_the_name_is_on_no_paper_and_no_secret_goes_public(
    world: World, privacy: str, flags: tuple[bool, bool]
) -> None:
    browser = at_desk(world)
    code = taken_down(browser, told(privacy=privacy, name="Siti Rahma", email="siti@contoh.test"))
    report = row(code)
    assert (report.is_anonymous, report.is_secret, report.is_published) == (*flags, False)
    page = browser.get(paper_of(code)).content.decode()
    assert "Siti" not in page
    assert "siti@contoh.test" not in page
    assert browser.get(f"/laporan/{code}/").status_code == 404
    assert not any("Siti" in str(notice.context) for notice in Notice.objects.all())


def test_overseers_see_no_receipt(world: World) -> None:
    code = taken_down(at_desk(world), told())
    assert at_desk(world, "pengawas").get(paper_of(code)).status_code == 403


def test_what_it_costs(world: World) -> None:
    browser = at_desk(world)
    code = taken_down(browser, told())
    browser.get(paper_of(code))
    with counted() as statements:
        browser.get(paper_of(code))
    assert len(statements) == 5
