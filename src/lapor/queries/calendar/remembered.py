"""Small tables that every request needs, read once in a while by each process."""

import time
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

#: Seconds after which a process reads again; a changed holiday holds everywhere after that time.
LIFETIME = 30.0


class Remembered(Generic[T]):
    """The result of `read`, at most `LIFETIME` seconds old.

    Two threads that find it old both read: harmless, and cheaper than a lock on every request.
    """

    def __init__(self, read: Callable[[], T]) -> None:
        self._read = read
        self._kept: tuple[float, T] | None = None

    def __call__(self) -> T:
        kept = self._kept
        if kept is None or time.monotonic() - kept[0] > LIFETIME:
            kept = self._kept = (time.monotonic(), self._read())
        return kept[1]

    def forget(self) -> None:
        """Read anew next time: for whoever has just changed the table, and for tests."""
        self._kept = None
