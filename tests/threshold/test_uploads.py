"""Files of a form: bounded while they arrive, stored one by one, refused at their field."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import RequestFactory, override_settings

from lapor.records.accounts.attempt import Attempt
from lapor.records.reports.attachment import Attachment
from lapor.rules.attempts import UPLOAD_BY_PLACE
from lapor.rules.file_types import MAX_BYTES
from lapor.rules.refusals import Refused
from lapor.threshold.uploads import draft_keys_of, stored_files, write_draft
from tests.builders.files import PDF, photo

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("storage_folder")]


def posted(*files: tuple[str, bytes], field: str = "lampiran") -> HttpRequest:
    uploads = [SimpleUploadedFile(name, content) for name, content in files]
    request = RequestFactory().post("/", {field: uploads, "isi": "Jalan rusak"})
    request.session = SessionStore()
    return request


def test_every_file_of_the_field_is_stored() -> None:
    draft_key = uuid4()
    request = posted(("foto.jpg", photo().getvalue()), ("surat.pdf", PDF))
    keys = stored_files(request, "lampiran", draft_key=draft_key)
    rows = Attachment.objects.filter(draft__key=draft_key, is_stored=True).order_by("id")
    assert keys == tuple(row.key for row in rows)
    assert [row.name for row in rows] == ["foto.jpg", "surat.pdf"]
    assert stored_files(posted(), "lampiran") == ()


def test_a_refused_file_names_the_field_and_keeps_those_before_it() -> None:
    with pytest.raises(Refused) as refused:
        stored_files(posted(("surat.pdf", PDF), ("program.exe", b"MZ" + b"\0" * 99)), "lampiran")
    assert (refused.value.reason, refused.value.field) == ("file_type_unknown", "lampiran")
    assert Attachment.objects.count() == 1
    with pytest.raises(Refused, match="too_many_files"):
        stored_files(posted(*[("surat.pdf", PDF)] * 6), "lampiran")


def test_a_file_that_is_too_large_never_lies_whole_on_the_disk() -> None:
    request = posted(("besar.pdf", PDF + b"\0" * (MAX_BYTES + 4 * 1024 * 1024)))
    arrived = request.FILES["lampiran"]
    assert MAX_BYTES < (arrived.size or 0) < MAX_BYTES + 200 * 1024
    with pytest.raises(Refused, match="file_too_large"):
        stored_files(request, "lampiran")
    assert request.POST["isi"] == "Jalan rusak"


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process grows beyond 100 kB."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("size", [200_000, 3 * 1024 * 1024])
def test_a_full_disk_costs_the_file_and_no_words(size: int) -> None:
    with full_disk():
        request = posted(("besar.pdf", PDF + b"\0" * size))
        with pytest.raises(Refused, match="file_not_kept"):
            stored_files(request, "lampiran")
    assert request.POST["isi"] == "Jalan rusak"
    assert not Attachment.objects.exists()


@override_settings(FILE_UPLOAD_TEMP_DIR="/tidak/ada")
def test_without_a_folder_for_what_arrives_the_words_stay() -> None:
    request = posted(("besar.pdf", PDF + b"\0" * 3 * 1024 * 1024))
    with pytest.raises(Refused, match="file_not_kept"):
        stored_files(request, "lampiran")
    assert request.POST["isi"] == "Jalan rusak"


@override_settings(UPLOAD_FREE_FLOOR=10**18)
def test_below_the_floor_of_free_space_no_file_is_taken() -> None:
    with pytest.raises(Refused, match="no_room"):
        stored_files(posted(("surat.pdf", PDF)), "lampiran")


def test_one_place_stores_only_so_many_files(storage_folder: Path) -> None:
    stored_files(posted(("surat.pdf", PDF)), "lampiran")
    Attempt.objects.update(count=UPLOAD_BY_PLACE.times)
    with pytest.raises(Refused, match="too_many_uploads"):
        stored_files(posted(("surat.pdf", PDF)), "lampiran")
    assert Attachment.objects.count() == 1


def test_a_browser_knows_what_it_writes_and_forgets_the_oldest_of_very_many() -> None:
    request, keys = posted(), [uuid4() for _ in range(9)]
    assert draft_keys_of(request) == frozenset()
    for key in keys:
        write_draft(request, key)
    write_draft(request, keys[1])
    assert draft_keys_of(request) == frozenset(keys[1:])
