"""Storages that fail in the ways that storages fail."""

import errno
import os
import signal
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage


class FullDisk(FileSystemStorage):
    """The disk is full after the first bytes."""

    def _save(self, name: str, content: Any) -> str:
        path = Path(self.path(name))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.read(10))
        raise OSError(errno.ENOSPC, "No space left on device")


class FullDiskThatKeeps(FullDisk):
    """The disk is full, and nothing can be erased either."""

    def delete(self, name: str) -> None:
        raise OSError(errno.EIO, "Input/output error")


class DyingBeforeTheFile(FileSystemStorage):
    """The process is killed when the row is there and the file is not."""

    def _save(self, name: str, content: Any) -> str:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("still alive")


class DyingAfterTheFile(FileSystemStorage):
    """The process is killed when the file is there and its row does not say so yet."""

    def _save(self, name: str, content: Any) -> str:
        saved = super()._save(name, content)
        os.kill(os.getpid(), signal.SIGKILL)
        return saved
