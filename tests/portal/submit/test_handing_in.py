"""Files: with the form, or while it is being written; they outlive a mistake."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lapor.queries.reports.drafts import draft_files
from lapor.records.accounts.account import Account
from lapor.records.places.region import Region
from lapor.records.reports.attachment import Attachment
from lapor.records.reports.report import Report
from tests.builders.files import PDF, photo
from tests.builders.portal import browser_of, standing_clock, typed
from tests.builders.world import START, World

pytestmark = pytest.mark.usefixtures("storage_folder")


@pytest.fixture
def browser(world: World) -> Iterator[Client]:
    with standing_clock(START):
        yield browser_of()


def pdf(name: str = "surat.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF)


def image(**options: object) -> SimpleUploadedFile:
    return SimpleUploadedFile("foto.jpg", photo(**options).read())  # type: ignore[arg-type]


def test_files_of_the_form_are_kept_over_a_mistake_and_sent(browser: Client) -> None:
    words = typed(phone="0812 34")
    page = browser.post("/lapor/", words | {"files": [pdf(), image()], "do": "review"})
    assert page.status_code == 422
    kept = [file.key for file in draft_files(UUID(words["key"]))]
    assert len(kept) == 2
    for key in kept:
        assert f'name="files_kept" value="{key}"' in page.content.decode()
    sent = browser.post(
        "/lapor/", words | {"phone": "", "files_kept": [str(key) for key in kept], "do": "send"}
    )
    assert sent.status_code == 302
    assert set(
        Attachment.objects.filter(report=Report.everything.get()).values_list("key", flat=True)
    ) == set(kept)
    assert "1 Foto, 1 Dokumen" in browser.get(sent.url).content.decode()


def test_what_the_page_does_not_show_is_not_sent(browser: Client) -> None:
    words = typed()
    browser.post("/lapor/", words | {"files": [pdf("rahasia.pdf")], "do": "review"})
    browser.post("/lapor/", words | {"do": "send"})
    assert not Attachment.objects.filter(report__isnull=False).exists()


def test_nobody_sends_the_files_of_another_draft(browser: Client) -> None:
    other = typed()
    browser.post("/lapor/", other | {"files": [pdf()], "do": "review"})
    (key,) = (file.key for file in draft_files(UUID(other["key"])))
    browser.post("/lapor/", typed() | {"files_kept": [str(key)], "do": "send"})
    assert Attachment.objects.get(key=key).report_id is None


def test_a_bad_file_is_refused_and_the_good_one_stays(browser: Client) -> None:
    words = typed()
    page = browser.post(
        "/lapor/", words | {"files": [pdf(), SimpleUploadedFile("a.exe", b"MZ" * 50)], "do": "review"}
    )
    assert page.status_code == 422
    assert page.content.decode().count("Jenis berkas ini tidak diterima") == 2
    assert "surat.pdf" in page.content.decode()


@pytest.mark.parametrize("count", [6, 12, 30])
def test_of_too_many_files_five_are_kept_and_every_word(browser: Client, count: int) -> None:
    words = typed()
    page = browser.post("/lapor/", words | {"files": [pdf() for _ in range(count)], "do": "review"})
    assert page.status_code == 422
    assert page.content.decode().count("Paling banyak lima berkas.") == 2
    assert words["text"] in page.content.decode()
    assert len(draft_files(UUID(words["key"]))) == 5


def test_a_draft_of_an_account_takes_no_file_of_a_stranger_and_loses_no_word(browser: Client) -> None:
    words = typed()
    siti = Account.objects.create(login="siti@contoh.test", email="siti@contoh.test", name="Siti")
    browser_of(account_id=siti.pk).post("/lapor/draf/", words)
    page = browser.post("/lapor/", words | {"files": [pdf()], "do": "review"})
    assert page.status_code == 422
    assert "Draf ini milik sebuah akun." in page.content.decode()
    assert words["text"] in page.content.decode()
    assert browser.post("/lapor/berkas/", {"key": words["key"], "files": pdf()}).status_code == 422


def test_taking_a_file_out(browser: Client) -> None:
    words = typed()
    browser.post("/lapor/", words | {"files": [pdf()], "do": "review"})
    (key,) = (str(file.key) for file in draft_files(UUID(words["key"])))
    page = browser.post("/lapor/", words | {"files_kept": [key], "remove_files": key})
    assert page.status_code == 200
    assert "surat.pdf" not in page.content.decode()
    assert draft_files(UUID(words["key"])) == ()


def test_a_file_sent_on_its_own_belongs_to_the_draft(browser: Client) -> None:
    key = uuid4()
    answer = browser.post("/lapor/berkas/", {"key": str(key), "files": image()})
    assert answer.status_code == 201
    told = answer.json()
    assert told["name"] == "foto.jpg"
    assert browser.get(told["thumbnail_url"]).status_code == 200
    assert browser_of().get(told["thumbnail_url"]).status_code == 404
    rows = browser.post("/lapor/berkas/daftar/", {"key": str(key)}).content.decode()
    assert f'value="{told["id"]}"' in rows
    assert browser.post("/lapor/berkas/hapus/", {"key": str(key), "id": told["id"]}).status_code == 204
    assert browser.post("/lapor/berkas/hapus/", {"key": str(key), "id": told["id"]}).status_code == 204
    assert browser.post("/lapor/berkas/hapus/", {"key": str(key), "id": "x"}).status_code == 204
    assert draft_files(key) == ()


def test_a_file_that_can_not_be_kept_says_why(browser: Client) -> None:
    key = str(uuid4())
    answer = browser.post("/lapor/berkas/", {"key": key, "files": SimpleUploadedFile("a.exe", b"MZ" * 50)})
    assert (answer.status_code, answer.json()["error"][:26]) == (422, "Jenis berkas ini tidak dit")
    assert browser.post("/lapor/berkas/", {"key": key}).status_code == 422
    for _ in range(5):
        assert browser.post("/lapor/berkas/", {"key": key, "files": pdf()}).status_code == 201
    assert (
        browser.post("/lapor/berkas/", {"key": key, "files": pdf()}).json()["error"]
        == "Paling banyak lima berkas."
    )


def test_the_place_of_a_photograph_is_offered_and_taken_only_on_a_press(browser: Client) -> None:
    Region.objects.get_or_create(
        code="13.72.02",
        defaults={
            "name": "Tanjung Harapan",
            "level": "district",
            "label": "Tanjung Harapan",
            "search": "tanjung harapan",
        },
    )
    words = typed(place="", place_text="")
    page = browser.post("/lapor/", words | {"files": [image()], "do": "review"}).content.decode()
    assert "Foto Anda diambil di Tanjung Harapan." in page
    taken = browser.post("/lapor/", words | {"do": "photo_place"}).content.decode()
    assert 'name="place" value="13.72.02"' in taken
