"""Files through the browser: each for its audience, in parts, with headers that keep it a file."""

import io
import shutil
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.conf import settings as django_settings
from django.core.files import File
from django.core.files.storage import FileSystemStorage
from django.http import HttpRequest
from django.test import Client, override_settings

from lapor.records.accounts.account import Account
from lapor.records.reports.attachment import Attachment
from lapor.records.reports.copy import Copy
from lapor.records.reports.identity import ReporterIdentity
from lapor.rules.access import STRANGER
from lapor.rules.kinds import Audience
from lapor.steps.attachments.store import store_attachment
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.set_privacy import set_privacy
from lapor.steps.reports.verify import verify_report
from lapor.threshold.actor import sign_in, unlock
from lapor.threshold.uploads import write_draft
from tests.builders.files import PDF, film, photo
from tests.builders.world import World, at_office, received, reporter_of, row, verification

pytestmark = pytest.mark.usefixtures("storage_folder")


def browser(account: int | None = None, *, code: str = "", draft: UUID | None = None) -> Client:
    """A browser that is signed in, has opened a report with its code, or writes a draft."""
    client = Client()
    request = HttpRequest()
    request.session = client.session  # type: ignore[assignment]
    if account is not None:
        sign_in(request, account)
    if code:
        unlock(request, code)
    if draft is not None:
        write_draft(request, draft)
    request.session.save()
    client.cookies[django_settings.SESSION_COOKIE_NAME] = request.session.session_key or ""
    return client


def address(key: UUID, name: str = "apa-saja.jpg") -> str:
    return f"/berkas/{key}/{name}"


def answered(
    world: World, audience: Audience = Audience.PUBLIC, file: io.BytesIO | None = None
) -> tuple[str, UUID]:
    """A published report at the office, and the file of its first follow-up."""
    code = at_office(world)
    pupr = world.officers["pupr"]
    key = store_attachment(actor=pupr, file=file or photo(), name="bukti.jpg", now=world.now).key
    details = Answer(text="Sudah diukur.", audience=audience, attachment_keys=(key,))
    follow_up(actor=pupr, code=code, details=details, now=world.later(hours=1))
    return code, key


class Silent(FileSystemStorage):
    """A storage that does not answer."""

    def open(self, name: str, mode: str = "rb") -> File:
        raise ConnectionError(name)

    def size(self, name: str) -> int:
        raise ConnectionError(name)


def test_a_file_that_is_missing_or_out_of_reach_is_explained(world: World, storage_folder: Path) -> None:
    code, key = answered(world)
    reader = browser(code=code)
    assert status(reader, key) == (200, 200)
    with override_settings(
        STORAGES=django_settings.STORAGES | {"default": {"BACKEND": f"{__name__}.Silent"}}
    ):
        assert status(reader, key) == (503, 503)
        answer = reader.get(address(key))
    assert answer["Retry-After"] == "30"
    assert "Berkasnya tidak hilang" in answer.content.decode()
    shutil.rmtree(storage_folder)
    assert status(reader, key) == (404, 404)


def test_an_anonymous_reporters_file_is_named_to_no_officer(world: World) -> None:
    draft = uuid4()
    key = store_attachment(
        actor=STRANGER, file=io.BytesIO(PDF), name="KTP Budi.pdf", draft_key=draft, now=world.now
    ).key
    code = received(world, key=draft, attachment_keys=(key,), is_anonymous=True).code
    officer = browser(world.officers["nasional"].account_id)
    for reader, name in ((officer, "lampiran.pdf"), (browser(code=code), "KTP Budi.pdf")):
        assert name in reader.get(address(key))["Content-Disposition"]
    assert "Budi" not in officer.get(address(key))["Content-Disposition"]
    assert "Budi" not in officer.get(f"/meja/laporan/{code}/").content.decode()
    set_privacy(actor=reporter_of(code), code=code, is_anonymous=False, is_secret=False, now=world.now)
    assert "Budi" in officer.get(address(key))["Content-Disposition"]


def status(client: Client, key: UUID) -> tuple[int, int]:
    return client.get(address(key)).status_code, client.get(f"/berkas/{key}/kecil").status_code


def everybody(world: World, code: str) -> dict[str, Client]:
    """One browser of each kind of person."""
    account = Account.objects.create(login="a@contoh.test", email="a@contoh.test", name="A")
    other = Account.objects.create(login="b@contoh.test", email="b@contoh.test", name="B")
    ReporterIdentity.everything.filter(report=row(code)).update(account=account)
    Copy.objects.create(report=row(code), agency=world.agencies["Dishub"], at=world.now)
    people = {name: browser(actor.account_id) for name, actor in world.officers.items()}
    return people | {
        "stranger": Client(),
        "reporter": browser(code=code),
        "reporter_account": browser(account.pk),
        "other_account": browser(other.pk),
        "other_reporter": browser(code="999999999"),
    }


INSIDE = {"nasional", "provinsi", "solok", "pupr", "pengawas", "dishub"}


@pytest.mark.parametrize(
    ("audience", "may"),
    [
        (Audience.REPORTER, INSIDE | {"reporter", "reporter_account"}),
        (Audience.OFFICERS, INSIDE),
    ],
)
def test_a_file_is_for_its_audience_only(world: World, audience: Audience, may: set[str]) -> None:
    code, key = answered(world, Audience.REPORTER)
    Attachment.objects.filter(key=key).update(audience=audience)
    seen = {name: status(client, key) for name, client in everybody(world, code).items()}
    assert {name for name, found in seen.items() if found == (200, 200)} == may
    assert {found for name, found in seen.items() if name not in may} == {(404, 404)}


def test_a_public_file_of_a_published_report_is_for_everybody(world: World) -> None:
    code, key = answered(world)
    people = everybody(world, code)
    assert {status(client, key) for client in people.values()} == {(200, 200)}
    set_privacy(
        actor=reporter_of(code), code=code, is_anonymous=False, is_secret=True, now=world.later(hours=1)
    )
    seen = {name: status(client, key) for name, client in people.items()}
    assert {name for name, found in seen.items() if found == (200, 200)} == INSIDE | {
        "reporter",
        "reporter_account",
    }
    assert set(seen.values()) == {(200, 200), (404, 404)}


def test_a_file_of_a_draft_is_for_the_browser_that_writes_it(world: World) -> None:
    draft = uuid4()
    key = store_attachment(actor=STRANGER, file=photo(), name="a.jpg", draft_key=draft, now=world.now).key
    assert status(browser(draft=draft), key) == (200, 200)
    others = [Client(), browser(draft=uuid4()), browser(world.officers["nasional"].account_id)]
    assert [status(client, key) for client in others] == [(404, 404)] * 3


def test_a_file_that_no_report_has_yet_is_for_its_owner(world: World) -> None:
    pupr = world.officers["pupr"]
    key = store_attachment(actor=pupr, file=photo(), name="a.jpg", now=world.now).key
    assert status(browser(pupr.account_id), key) == (200, 200)
    assert status(browser(world.officers["nasional"].account_id), key) == (404, 404)


def test_what_is_not_stored_is_not_there(world: World) -> None:
    _, key = answered(world)
    Attachment.objects.filter(key=key).update(is_stored=False)
    assert status(Client(), key) == status(Client(), uuid4()) == (404, 404)


def test_pictures_are_shown_and_documents_are_downloads(world: World) -> None:
    code, key = answered(world)
    shown = Client().get(address(key))
    assert shown["Content-Type"] == "image/jpeg"
    assert shown["Content-Disposition"] == 'inline; filename="lampiran.jpg"'
    assert shown["Cache-Control"] == "public, no-cache"
    assert Client().get(f"/berkas/{key}/kecil")["Content-Type"] == "image/webp"
    _, secret = answered(world, Audience.REPORTER, io.BytesIO(PDF))
    code = Attachment.objects.get(key=secret).report.code  # type: ignore[union-attr]
    downloaded = browser(code=code).get(address(secret, "surat.pdf"))
    assert downloaded["Content-Disposition"] == 'attachment; filename="bukti.pdf"'
    assert downloaded["Cache-Control"] == "private, no-cache"
    assert b"".join(downloaded.streaming_content) == PDF
    assert browser(code=code).get(f"/berkas/{secret}/kecil").status_code == 404
    for response in (shown, downloaded):
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Content-Security-Policy"].startswith("default-src 'none'")
        assert response["Content-Security-Policy"].endswith("sandbox")
        assert "script" not in response["Content-Security-Policy"]


def test_a_film_is_played_in_parts(world: World, storage_folder: Path) -> None:
    _, key = answered(world, file=film())
    whole = (storage_folder / Attachment.objects.get(key=key).path).read_bytes()
    size = len(whole)

    def asked(header: str) -> tuple[int, str, bytes]:
        response = Client().get(address(key), headers={"range": header})
        content = b"".join(response.streaming_content) if response.streaming else b""
        return response.status_code, response.get("Content-Range", ""), content

    assert asked("bytes=0-3") == (206, f"bytes 0-3/{size}", whole[:4])
    assert asked("bytes=10-") == (206, f"bytes 10-{size - 1}/{size}", whole[10:])
    assert asked("bytes=-7") == (206, f"bytes {size - 7}-{size - 1}/{size}", whole[-7:])
    assert asked(f"bytes=5-{size + 99}") == (206, f"bytes 5-{size - 1}/{size}", whole[5:])
    assert asked(f"bytes={size}-") == (416, f"bytes */{size}", b"")
    assert asked("bytes=-0") == (416, f"bytes */{size}", b"")
    for nonsense in (
        "bytes=9-2",
        "bytes=-",
        "lines=1-2",
        "bytes=0-1,4-5",
        "bytes=a-b",
        "bytes=" + "9" * 99 + "-",
    ):
        assert asked(nonsense) == (200, "", whole)
    head = Client().head(address(key))
    assert (head.status_code, head["Content-Length"], head["Accept-Ranges"]) == (200, str(size), "bytes")


def test_an_unchanged_file_is_not_sent_again(world: World) -> None:
    _, key = answered(world)
    tag = Client().get(address(key))["ETag"]
    assert Client().get(address(key), headers={"if-none-match": tag}).status_code == 304
    assert Client().get(address(key), headers={"if-none-match": '"other"'}).status_code == 200
    assert Client().post(address(key)).status_code == 405


def test_a_supervisory_report_keeps_its_files_from_the_accused(world: World) -> None:
    key = store_attachment(actor=STRANGER, file=photo(), name="a.jpg", now=world.now).key
    code = received(world, attachment_keys=(key,)).code
    details = verification(world, "Inspektorat", is_supervisory=True)
    verify_report(actor=world.officers["nasional"], code=code, details=details, now=world.later(hours=1))
    seen = {name: status(client, key)[0] for name, client in everybody(world, code).items()}
    may = {"nasional", "inspektur", "reporter", "reporter_account"}
    assert {name for name, found in seen.items() if found == 200} == may
