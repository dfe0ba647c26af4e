"""The children's logs: written by the children themselves, so that nothing is lost when we are killed.

We rotate them by size and repeat their warnings on the terminal.
"""

import contextlib
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO

LIMIT = 20 * 2**20
GENERATIONS = 3
ALARM = re.compile(
    r"\b(?:WARNING|ERROR|CRITICAL|FATAL|PANIC|Traceback)\b|\[(?:warning|error|critical)\s*\]"
    r'|"level": ?"(?:warning|error|critical)"'
)


@contextlib.contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The log, rotated when full, open for appending. Owner only: logs name addresses and errors."""
    rotate(path)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "ab") as file:
        yield file


def rotate(path: Path, limit: int = LIMIT) -> bool:
    """Past `limit` bytes: web.log → .1 → .2 → .3. Copied and emptied, since a child may hold it open.

    Raises OSError, with everything as it was, when there is no room for the copy.
    """
    if not path.exists() or path.stat().st_size < limit:
        return False
    fresh = path.with_name(f"{path.name}.new")
    try:
        shutil.copyfile(path, fresh)
        fresh.chmod(0o600)
    except OSError:  # a full disk: better one long log than a half copy
        fresh.unlink(missing_ok=True)
        raise
    older = [path.with_name(f"{path.name}.{number}") for number in range(GENERATIONS, 0, -1)]
    for newer, old in zip(older[1:], older, strict=False):
        if newer.exists():
            newer.replace(old)
    fresh.replace(older[-1])
    os.truncate(path, 0)
    return True


class LogWatch:
    """Finds the warnings that were written to a log since the last look."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.position = path.stat().st_size if path.exists() else 0

    def new_alarms(self, most: int = 5) -> list[str]:
        """At most `most` lines, each cut to a readable length; a last one tells how many were left out."""
        lines = [line for line in self._new_lines() if ALARM.search(line)]
        shown = [line[:300] for line in lines[:most]]
        if len(lines) > most:
            shown.append(f"… dan {len(lines) - most} baris lagi di {self.path}")
        return shown

    def _new_lines(self) -> list[str]:
        try:
            size = self.path.stat().st_size
        except FileNotFoundError:
            return []
        if size < self.position:  # it was rotated
            self.position = 0
        if size == self.position:
            return []
        with self.path.open("rb") as file:
            file.seek(self.position)
            text = file.read(2**20)
        complete = text[: text.rfind(b"\n") + 1] or (text if len(text) == 2**20 else b"")
        self.position += len(complete)
        return complete.decode(errors="replace").splitlines()
