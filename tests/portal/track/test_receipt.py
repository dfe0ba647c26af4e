"""The receipt: its dates, its sheet of paper, its one SMS."""

from django.conf import settings

from lapor.queries.reports.receipt import receipt_page
from lapor.rules.access import Actor, ActorKind
from lapor.ui.qr import qr
from lapor.ui.receipt_words import sentence
from tests.builders.portal import browser_of, standing_clock, typed
from tests.builders.world import START, World, at_office, received


def reporter(code: str) -> Actor:
    return Actor(ActorKind.REPORTER, unlocked=frozenset({code}))


def test_the_plan_counts_on_from_the_last_day_of_each_clock(world: World) -> None:
    """The story of the mock-ups: received on Wednesday, 18 November, in the evening."""
    code = received(world).code
    with standing_clock(START):
        page = browser_of(code).get(f"/lacak/{code}/tanda-terima/").content.decode()
    for said in (
        "Paling lambat Senin, 23 November",
        "Paling lambat Senin, 30 November",
        "Paling lambat Jumat, 11 Desember",
        "10 hari kerja setelah bukti diberikan",
    ):
        assert said in page
    assert "Rabu, 18 November, 19.42" in page
    assert '<svg viewBox="-4 -4' in page


def test_nothing_on_a_receipt_with_a_code_leads_away_from_the_code(world: World) -> None:
    browser = browser_of()
    with standing_clock(START):
        first = browser.get(browser.post("/lapor/", typed() | {"do": "send"}).url)
        later = browser.get(first.request["PATH_INFO"])
    assert "Kode, jangan dibagikan" in first.content.decode()
    assert 'action="/bahasa/"' not in first.content.decode()
    assert 'action="/bahasa/"' in later.content.decode()


def test_once_it_is_read_the_receipt_points_to_the_page(world: World) -> None:
    code = at_office(world)
    with standing_clock(world.now):
        page = browser_of(code).get(f"/lacak/{code}/tanda-terima/").content.decode()
    assert "Laporan Anda sudah berjalan" in page
    assert "Paling lambat Senin, 23 November" not in page


def test_the_receipt_repeats_the_promise_of_the_strongest_choice(world: World) -> None:
    code = received(world, is_anonymous=True, is_secret=True).code
    with standing_clock(START):
        page = browser_of(code).get(f"/lacak/{code}/tanda-terima/").content.decode()
    assert "isinya tidak tampil untuk umum; nama Anda tertutup, juga bagi instansi" in page
    assert "instansinya belum jelas atau belum punya petugas" in page


def test_one_sms_with_and_without_code(world: World) -> None:
    receipt = received(world)
    page = receipt_page(reporter(receipt.code), receipt.code, START)
    assert page is not None
    address = f"https://www.lapor.go.id/lacak/{receipt.code}/"
    with standing_clock(START):
        said = sentence(page, receipt.access_code, address)
    assert len(said) <= 160
    assert f"{receipt.code[:3]} {receipt.code[3:6]} {receipt.code[6:]}" in said
    assert f"{receipt.access_code[:4]}-{receipt.access_code[4:]}" in said
    assert "23 Nov" in said
    assert address in said
    assert said.isascii()
    long = sentence(page, receipt.access_code, address * 4)
    assert len(long) <= 160
    assert receipt.access_code[:4] in long


def test_the_sheet_carries_the_code_only_for_who_knows_it(world: World) -> None:
    with standing_clock(START):
        browser = browser_of()
        sent = browser.post("/lapor/", typed() | {"do": "send"}).url
        code, kept = sent.split("/")[2], str(dict(browser.session.items()))
        shown = browser.get(sent).content.decode()
        access_code = shown.split('name="access_code" value="')[1].split('"')[0]
        again = browser.get(sent).content.decode()
        with_code = browser.post(f"{sent}pdf/", {"access_code": access_code})
        without = browser.get(f"{sent}pdf/")
        wrong = browser.post(f"{sent}pdf/", {"access_code": "RK7M-2TXB"})
    assert access_code.replace("-", "") not in kept
    assert access_code not in again
    assert (with_code["Content-Type"], with_code.content[:5]) == ("application/pdf", b"%PDF-")
    assert f'filename="tanda-terima-{code}.pdf"' in with_code["Content-Disposition"]
    assert with_code.content.count(b"/Type /Page\n") == 1
    assert len(without.content) == len(wrong.content) != len(with_code.content)


def test_the_sheet_says_its_language(world: World) -> None:
    code = received(world, language="en").code
    browser = browser_of(code)
    for language, mark in (("id", b"/Lang (id)"), ("en", b"/Lang (en)")):
        browser.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        with standing_clock(START):
            sheet = browser.get(f"/lacak/{code}/tanda-terima/pdf/")
        assert mark in sheet.content


def test_letters_that_the_font_lacks_do_not_break_the_sheet(world: World) -> None:
    receipt = received(world, text="Jalan rusak 😡 ဗမာ sekali di sini.")
    with standing_clock(START):
        sheet = browser_of(receipt.code).get(f"/lacak/{receipt.code}/tanda-terima/pdf/")
    assert sheet.status_code == 200


def test_nobody_else_gets_a_receipt(world: World) -> None:
    code = received(world).code
    assert "Lacak laporan Anda" in browser_of().get(f"/lacak/{code}/tanda-terima/").content.decode()
    assert browser_of().get(f"/lacak/{code}/tanda-terima/pdf/").status_code == 404


def test_the_code_to_scan_is_whole() -> None:
    drawing = qr(f"{settings.BASE_URL}/lacak/583720461/")
    assert drawing.size >= 25
    assert drawing.path.startswith("M0 0h7v1h-7z")
    assert sum(length for _, y, length in drawing.runs if y == 0) >= 14
