"""Writes and erases files in the storage that the settings name: the disk, or any S3."""

import contextlib
import logging
import os
import shutil
import tempfile
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.files import File
from django.core.files.storage import Storage, default_storage

from lapor.records.reports.attachment import Attachment

logger = logging.getLogger(__name__)
BLOCK = 256 * 1024


class NotWritten(Exception):
    """The storage is full, or out of reach."""


def has_room() -> bool:
    """Whether the disk on which files arrive may be filled further."""
    try:
        return shutil.disk_usage(settings.FILE_UPLOAD_TEMP_DIR).free >= settings.UPLOAD_FREE_FLOOR
    except OSError:
        return False


def copy_of(content: BinaryIO) -> BinaryIO:
    """A copy to change, on the disk without a name. Raises NotWritten."""
    try:
        with contextlib.ExitStack() as until_done:
            copy = until_done.enter_context(tempfile.TemporaryFile(dir=settings.FILE_UPLOAD_TEMP_DIR))
            shutil.copyfileobj(content, copy, BLOCK)
            copy.flush()
            until_done.pop_all()
            return copy
    except OSError as error:
        raise NotWritten(type(error).__name__) from error


def write(path: str, content: BinaryIO) -> None:
    """Returns once the file would survive a power cut. Raises NotWritten."""
    content.seek(0)
    try:
        saved = default_storage.save(path, File(content))
        if saved != path:  # somebody else's file: our names are never used twice
            default_storage.delete(saved)
            raise FileExistsError(path)
        _settle(default_storage, path)
    except Exception as error:  # every storage has errors of its own
        raise NotWritten(type(error).__name__) from error


def erase(*paths: str) -> bool:
    """True if none of the files is there any more; a missing file is as good as an erased one."""
    try:
        for path in filter(None, paths):
            default_storage.delete(path)
    except Exception as error:  # every storage has errors of its own
        logger.warning("attachment file not erased: %s", type(error).__name__)
        return False
    return True


def discard(row: Attachment) -> bool:
    """Erases the files of a row that is not stored, then the row, so that a crash between can be taken up."""
    if not erase(row.path, row.thumbnail_path):
        return False
    Attachment.objects.filter(pk=row.pk, is_stored=False).delete()
    return True


def _settle(storage: Storage, path: str) -> None:
    """On a disk, forces the file and its folder's entry down; other storages answer only when it is so."""
    try:
        file = Path(storage.path(path))
    except NotImplementedError:
        return
    for place in (file, file.parent, file.parent.parent):
        handle = os.open(place, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
