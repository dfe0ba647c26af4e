"""From the form over the review to the receipt, without script."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.test import Client

from lapor.records.accounts.account import Account
from lapor.records.reports.draft import Draft
from lapor.records.reports.identity import ReporterIdentity
from lapor.records.reports.report import Report
from lapor.rules.attempts import SUBMIT_BY_PLACE
from lapor.rules.disclosure import masked
from tests.builders.portal import TEXT, browser_of, counted, standing_clock, typed
from tests.builders.world import START, World, row


@pytest.fixture
def browser(world: World) -> Iterator[Client]:
    with standing_clock(START):
        yield browser_of()


def send(browser: Client, words: dict[str, str]) -> str:
    """The number of the report."""
    sent = browser.post("/lapor/", words | {"do": "send"})
    assert sent.status_code == 302, sent.content.decode()
    return str(sent.url.split("/")[2])


def test_words_from_the_home_page_stand_in_the_form(browser: Client) -> None:
    page = browser.get("/lapor/", {"isi": "Lampu jalan <mati>"}).content.decode()
    assert "Lampu jalan &lt;mati&gt;" in page
    assert (
        "Lampu jalan &lt;mati&gt;" in browser.post("/lapor/", {"isi": "Lampu jalan <mati>"}).content.decode()
    )


def test_the_promise_of_each_kind_comes_from_its_day_limit(browser: Client) -> None:
    page = browser.get("/lapor/").content.decode()
    assert "Diselesaikan paling lambat 14 hari kerja" in page
    assert "Dijawab paling lambat 5 hari kerja" in page


def test_the_review_says_what_is_sent_who_reads_it_and_until_when(browser: Client) -> None:
    words = typed(
        when="dua minggu lalu", street="Jalan Pandan Ujung", privacy="anonymous", phone="0812 3456 7890"
    )
    review = browser.post("/lapor/", words | {"do": "review"})
    page = review.content.decode()
    assert review.status_code == 200
    for said in (
        TEXT,
        "Tanjung Paku",
        "Jalan Pandan Ujung",
        "sekitar Rabu, 4 November",
        "Anonim",
        "0812 3456 7890",
    ):
        assert said in page
    assert "Meja Nasional" in page
    assert "Senin, 23 November" in page
    assert not Report.everything.exists()
    assert f'name="key" value="{words["key"]}"' in page


def test_the_review_says_why_this_desk_reads_first(world: World) -> None:
    """The city has a desk; the province has only a coordinator, who reads no new reports."""
    for agency, why in (
        ("", "Meja nasional membaca laporan yang belum jelas instansinya"),
        ("Kota Solok", "Anda memilih instansinya"),
        ("Provinsi", "Instansi yang Anda pilih belum punya petugas"),
    ):
        chosen = str(world.agencies[agency].pk) if agency else ""
        page = browser_of().post("/lapor/", typed(agency=chosen, agency_text=agency) | {"do": "review"})
        assert why in page.content.decode()


def test_the_review_promises_each_choice_of_privacy_what_it_does(world: World) -> None:
    for choice, promise in (
        ("ordinary", "Biasa: umum membaca isinya, tanpa nama Anda"),
        ("anonymous_secret", "isinya tidak tampil untuk umum; nama Anda tertutup, juga bagi instansi"),
    ):
        assert (
            promise in browser_of().post("/lapor/", typed(privacy=choice) | {"do": "review"}).content.decode()
        )


def test_back_from_the_review_everything_is_in_the_form_again(browser: Client) -> None:
    page = browser.post("/lapor/", typed(street="Gang Melati", name="Siti") | {"do": "edit"}).content.decode()
    assert TEXT in page
    assert 'value="Gang Melati"' in page
    assert 'value="Siti"' in page


def test_sending_stores_everything_that_was_told(browser: Client) -> None:
    words = typed(
        street="Jalan Pandan Ujung",
        when="senin lalu",
        privacy="anonymous_secret",
        name="Siti Rahma",
        email="Siti@Contoh.test",
        phone="0812-3456-7890",
        place_latitude="-0.7773",
        place_longitude="100.66574",
    )
    report = row(send(browser, words))
    assert (report.text, report.region_id, report.place_text) == (TEXT, "13.72.02.1003", "Jalan Pandan Ujung")
    assert (report.is_anonymous, report.is_secret, report.is_published) == (True, True, False)
    assert (str(report.happened_on), report.happened_text) == ("2026-11-16", "senin lalu")
    assert (report.latitude, report.longitude) == (-0.7773, 100.66574)
    identity = ReporterIdentity.everything.get(report=report)
    assert (identity.name, identity.email, identity.phone) == (
        "Siti Rahma",
        "Siti@Contoh.test",
        "+6281234567890",
    )


def test_without_a_place_in_particular(browser: Client) -> None:
    report = row(send(browser, typed(nowhere="on", place="", place_text="")))
    assert report.region_id is None


def test_the_code_is_shown_once(browser: Client) -> None:
    code = send(browser, typed())
    first = browser.get(f"/lacak/{code}/tanda-terima/").content.decode()
    assert 'data-draft-done="lapor"' in first
    assert "Kode, jangan dibagikan" in first
    again = browser.get(f"/lacak/{code}/tanda-terima/").content.decode()
    assert "Kode, jangan dibagikan" not in again
    assert "data-draft-done" not in again
    assert browser.get(f"/lacak/{code}/").status_code == 200


def test_sending_twice_is_one_report_with_one_number(browser: Client) -> None:
    words = typed()
    assert send(browser, words) == send(browser, words) == send(browser_of(), words)
    assert Report.everything.count() == 1


def test_reviewing_again_what_was_sent_leads_to_its_receipt(browser: Client) -> None:
    words = typed()
    code = send(browser, words)
    again = browser_of().post("/lapor/", words | {"do": "review"})
    assert again.url == f"/lacak/{code}/tanda-terima/"


def test_other_words_under_a_used_key_are_a_new_report(browser: Client) -> None:
    words = typed()
    code = send(browser, words)
    changed = words | {"text": "Lampu jalan di depan pasar mati semua.", "do": "review"}
    page = browser.post("/lapor/", changed).content.decode()
    key = page.split('name="key" value="')[1].split('"')[0]
    assert key != words["key"]
    assert send(browser, changed | {"key": key}) != code


def test_an_unreadable_key_is_replaced(browser: Client) -> None:
    page = browser.post("/lapor/", typed(key="bukan-kunci") | {"do": "review"})
    assert page.status_code == 200
    assert "bukan-kunci" not in page.content.decode()


def test_an_account_is_linked_and_its_masked_contact_is_never_written_back(world: World) -> None:
    account = Account.objects.create(
        login="siti@contoh.test", email="siti@contoh.test", phone="+6281234567890", name="Siti Rahma"
    )
    with standing_clock(START):
        browser = browser_of(account_id=account.pk)
        form = browser.get("/lapor/").content.decode()
        assert "s•••@c•••.test" in form
        assert "siti@contoh.test" not in form
        words = typed(name="Siti Rahma", email="s•••@c•••.test", phone=masked("+6281234567890"))
        identity = ReporterIdentity.everything.get(report__code=send(browser, words))
    assert (identity.account_id, identity.email, identity.phone) == (
        account.pk,
        "siti@contoh.test",
        "+6281234567890",
    )


def test_a_masked_value_that_stands_for_nothing_is_asked_for_anew(browser: Client) -> None:
    """Of a stranger, or of an account that has another one: sent as it is, no news would ever reach him."""
    page = browser.post("/lapor/", typed(email="s•••@c•••.test") | {"do": "send"})
    assert page.status_code == 422
    assert "Yang tertutup tidak dapat diubah sebagian" in page.content.decode()
    assert not ReporterIdentity.everything.exists()


def test_an_officer_reports_as_a_citizen(world: World) -> None:
    with standing_clock(START):
        code = send(browser_of(account_id=world.officers["solok"].account_id), typed())
    report = row(code)
    assert (report.door, ReporterIdentity.everything.get(report=report).account_id) == ("web", None)


def test_a_sent_draft_is_gone(browser: Client) -> None:
    words = typed()
    Draft.objects.create(key=words["key"], created_at=START, updated_at=START)
    send(browser, words)
    assert not Draft.objects.exists()


def test_flooding_ends_with_everything_kept(browser: Client) -> None:
    words = typed(key=str(uuid4()))
    for _ in range(SUBMIT_BY_PLACE.times):
        send(browser, words)
    answer = browser.post("/lapor/", words | {"do": "send"})
    assert answer.status_code == 429 and int(answer["Retry-After"]) > 0
    assert TEXT in answer.content.decode()


def test_statements_of_sending(browser: Client) -> None:
    browser.get("/lapor/")  # calendars and limits are remembered by the process
    with counted() as statements:
        send(browser, typed())
    assert len(statements) <= 15, "\n".join(statements)
