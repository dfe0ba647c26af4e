"""With an account a draft is kept there too, for its owner alone."""

from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lapor.records.accounts.account import Account
from lapor.records.reports.draft import Draft
from tests.builders.files import PDF
from tests.builders.portal import TEXT, browser_of, standing_clock, typed
from tests.builders.world import START, World, received


def account(login: str = "siti@contoh.test") -> int:
    return int(Account.objects.create(login=login, email=login, name="Siti").pk)


def test_typing_is_kept_and_opened_again_elsewhere(world: World) -> None:
    mine = account()
    words = typed(street="Gang Melati")
    assert browser_of(account_id=mine).post("/lapor/draf/", words).status_code == 204
    page = browser_of(account_id=mine).get("/lapor/", {"draf": words["key"]}).content.decode()
    assert TEXT in page
    assert 'value="Gang Melati"' in page
    assert f'name="key" value="{words["key"]}"' in page


@pytest.mark.usefixtures("storage_folder")
def test_its_files_are_shown_with_it_and_sent(world: World) -> None:
    browser = browser_of(account_id=account())
    words = typed()
    browser.post("/lapor/draf/", words)
    letter = SimpleUploadedFile("surat.pdf", PDF)
    kept = browser.post("/lapor/berkas/", {"key": words["key"], "files": letter}).json()["id"]
    page = browser.get("/lapor/", {"draf": words["key"]}).content.decode()
    assert f'name="files_kept" value="{kept}"' in page
    stranger = browser_of().get("/lapor/", {"draf": words["key"]}).content.decode()
    assert kept not in stranger


def test_its_owner_throws_it_away_after_being_asked(world: World) -> None:
    mine, other = browser_of(account_id=account()), browser_of(account_id=account("budi@contoh.test"))
    key = typed()["key"]
    mine.post("/lapor/draf/", typed(key=key))
    address = f"/akun/draf/{key}/buang/"
    assert address in mine.get("/akun/").content.decode()
    assert other.get(address).status_code == other.post(address).status_code == 404
    assert TEXT in mine.get(address).content.decode()
    assert Draft.objects.exists()
    assert mine.post(address).url == "/akun/"
    assert not Draft.objects.exists()


def test_nobody_else_opens_or_overwrites_it(world: World) -> None:
    words = typed()
    browser_of(account_id=account()).post("/lapor/draf/", words)
    other = browser_of(account_id=account("budi@contoh.test"))
    assert TEXT not in other.get("/lapor/", {"draf": words["key"]}).content.decode()
    assert other.post("/lapor/draf/", words | {"text": "Milik saya sekarang."}).status_code == 409
    assert Draft.objects.get().content["text"] == TEXT


def test_a_stranger_leaves_no_words_behind(world: World) -> None:
    assert Client().post("/lapor/draf/", typed()).status_code == 409
    assert not Draft.objects.exists()


def test_a_draft_that_was_sent_is_not_kept_again(world: World) -> None:
    key = uuid4()
    received(world, idempotency_key=key)
    assert browser_of(account_id=account()).post("/lapor/draf/", typed(key=str(key))).status_code == 409


def test_saving_over_the_draft_of_another_account_makes_a_draft_of_ones_own(world: World) -> None:
    words = typed()
    browser_of(account_id=account()).post("/lapor/draf/", words)
    budi = account("budi@contoh.test")
    assert browser_of(account_id=budi).post("/lapor/", words | {"do": "save"}).url == "/akun/"
    assert Draft.objects.get(account_id=budi).content["text"] == TEXT


def test_saving_for_later_by_a_button(world: World) -> None:
    mine = browser_of(account_id=account())
    assert "Simpan dulu" in mine.get("/lapor/").content.decode()
    assert mine.post("/lapor/", typed() | {"do": "save"}).url == "/akun/"
    assert Draft.objects.get().content["text"] == TEXT
    with standing_clock(START):
        assert "Simpan dulu" not in browser_of().get("/lapor/").content.decode()


@pytest.mark.usefixtures("storage_folder")
@pytest.mark.parametrize("do", ["save", "edit", "photo_place"])
def test_a_refused_file_is_told_whatever_was_pressed(world: World, do: str) -> None:
    browser = browser_of(account_id=account())
    program = SimpleUploadedFile("a.exe", b"MZ" * 40)
    answer = browser.post("/lapor/", typed() | {"do": do, "files": [program]})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#id_files"' in page and "Jenis berkas ini tidak diterima" in page and TEXT in page
    assert not Draft.objects.exclude(content={}).exists()


@pytest.mark.usefixtures("storage_folder")
@pytest.mark.parametrize("is_sent", [True, False])
def test_what_could_not_be_saved_is_told_and_keeps_its_files(world: World, is_sent: bool) -> None:
    """The session ended meanwhile, or the report went out from another window."""
    words, letter = typed(), SimpleUploadedFile("surat.pdf", PDF)
    if is_sent:
        received(world, idempotency_key=UUID(words["key"]))
    browser = browser_of(account_id=account() if is_sent else None)
    answer = browser.post("/lapor/", words | {"do": "save", "files": [letter]})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert ("sudah terkirim" if is_sent else "sudah keluar dari akun") in page
    assert TEXT in page and 'name="files_kept"' in page
