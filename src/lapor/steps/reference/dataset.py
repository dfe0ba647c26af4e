"""What every data set has in common: its files, its version and how it is loaded."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lapor.records.reference.files import FOLDER, fingerprint

#: Told the share of a data set that is done, 0 to 1.
Tick = Callable[[float], None]
#: A psycopg cursor wrapped by Django; COPY is psycopg's own.
Cursor = Any

_CODE = Path(__file__).resolve().parents[2]


def _none_kept(_cursor: Cursor, _provinces: frozenset[str] | None) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class Dataset:
    """A part of the reference data that is loaded as one.

    `load` fills the tables through the cursor and returns the number of shipped rows; `code` are the
    modules whose change makes the same files come out differently. `kept`, asked right after, counts the
    rows that are shipped no longer and stay active because they are in use.
    """

    name: str
    files: tuple[str, ...]
    code: tuple[str, ...]
    load: Callable[[Cursor, frozenset[str] | None, Tick], int]
    kept: Callable[[Cursor, frozenset[str] | None], int] = _none_kept

    def version(self, provinces: frozenset[str] | None) -> str:
        """Changes with the content of the files, the code that reads them and the part of the country."""
        paths = [FOLDER / name for name in self.files] + [_CODE / name for name in self.code]
        part = "-".join(sorted(provinces)) if provinces is not None else "all"
        return f"{fingerprint(paths)[:32]}-{part}"[:64]
