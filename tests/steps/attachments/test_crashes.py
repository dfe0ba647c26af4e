"""Whatever dies while a file is stored: no stored row without its file, no file without a row."""

import io
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from lapor.records.reports.attachment import Attachment
from lapor.rules.access import STRANGER
from lapor.rules.refusals import Refused
from lapor.steps.attachments.clear_arriving import clear_arriving
from lapor.steps.attachments.store import store_attachment
from tests.builders.files import PDF, photo
from tests.builders.world import START

LATER = START + timedelta(hours=2)

_CHILD = """
import io, sys, django
from datetime import datetime
django.setup()
from django.conf import settings
settings.MEDIA_ROOT = sys.argv[1]
settings.STORAGES = {"default": {"BACKEND": "tests.builders.storages." + sys.argv[2]}}
from lapor.rules.access import STRANGER
from lapor.steps.attachments.store import store_attachment
store_attachment(actor=STRANGER, file=io.BytesIO(sys.stdin.buffer.read()), name="surat.pdf",
                 now=datetime.fromisoformat(sys.argv[3]))
"""


def use(settings: object, storage: str) -> None:
    settings.STORAGES = {  # type: ignore[attr-defined]
        **settings.STORAGES,  # type: ignore[attr-defined]
        "default": {"BACKEND": f"tests.builders.storages.{storage}"},
    }


def files_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def killed_while_storing(storage: str, folder: Path) -> None:
    """Stores a file in a process of its own that kills itself on the way."""
    where = connection.settings_dict
    url = f"postgres://{where['USER']}:{where['PASSWORD']}@{where['HOST']}:{where['PORT']}/{where['NAME']}"
    env = os.environ | {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "lapor.config.settings",
        "PYTHONPATH": "src:.",
    }
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(folder), storage, START.isoformat()],
        input=PDF,
        env=env,
        check=False,
    )
    assert done.returncode == -9


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("storage", "files"), [("DyingBeforeTheFile", 0), ("DyingAfterTheFile", 1)])
def test_after_a_kill_the_row_is_not_stored_and_all_is_cleared(
    storage: str, files: int, storage_folder: Path
) -> None:
    killed_while_storing(storage, storage_folder)
    row = Attachment.objects.get()
    assert not row.is_stored
    assert len(files_in(storage_folder)) == files
    assert clear_arriving(now=START + timedelta(minutes=59)) == 0
    assert clear_arriving(now=LATER) == 1
    assert not Attachment.objects.exists()
    assert files_in(storage_folder) == []


@pytest.mark.django_db
def test_a_full_disk_refuses_and_leaves_nothing(storage_folder: Path, settings: object) -> None:
    use(settings, "FullDisk")
    for file in (io.BytesIO(PDF), photo()):
        with pytest.raises(Refused, match="file_not_kept"):
            store_attachment(actor=STRANGER, file=file, name="a", now=START)
    assert not Attachment.objects.exists()
    assert files_in(storage_folder) == []


@pytest.mark.django_db
def test_what_cannot_be_erased_now_is_erased_later(storage_folder: Path, settings: object) -> None:
    use(settings, "FullDiskThatKeeps")
    with pytest.raises(Refused, match="file_not_kept"):
        store_attachment(actor=STRANGER, file=io.BytesIO(PDF), name="a", now=START)
    assert Attachment.objects.get().is_stored is False
    assert clear_arriving(now=LATER) == 0
    assert len(files_in(storage_folder)) == 1
    use(settings, "FileSystemStorage")
    assert clear_arriving(now=LATER) == 1
    assert files_in(storage_folder) == []


@pytest.mark.django_db
def test_a_file_that_took_too_long_is_given_up(storage_folder: Path, settings: object) -> None:
    """The clearing came between the row and the file of a process that slept."""
    from tests.builders import storages

    class Slept(storages.FileSystemStorage):
        def _save(self, name: str, content: object) -> str:
            clear_arriving(now=LATER)
            return super()._save(name, content)

    storages.Slept = Slept  # type: ignore[attr-defined]
    use(settings, "Slept")
    with pytest.raises(Refused, match="file_not_kept"):
        store_attachment(actor=STRANGER, file=io.BytesIO(PDF), name="a", now=START)
    assert not Attachment.objects.exists()
    assert files_in(storage_folder) == []
