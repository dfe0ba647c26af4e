"""Reads the shipped files."""

import csv
import gzip
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def content_of(name: str) -> bytes:
    """The whole content of a shipped file, unpacked if it is a `.gz`."""
    content = (FOLDER / name).read_bytes()
    return gzip.decompress(content) if name.endswith(".gz") else content


def rows_of(name: str, provinces: frozenset[str] | None = None) -> Iterator[dict[str, str]]:
    """The rows of a shipped table; of one that begins with region codes only those in `provinces`."""
    lines = content_of(name).decode("utf-8").splitlines(keepends=True)
    if provinces is not None:
        lines = lines[:1] + [line for line in lines[1:] if line[:2] in provinces]
    rows = csv.reader(lines)
    header = next(rows)
    return (dict(zip(header, row, strict=True)) for row in rows)


def fingerprint(paths: Iterable[Path]) -> str:
    """A hash over the content of files, in the given order."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
