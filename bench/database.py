"""Databases of the measurements: a template with tables and reference data, and one world of each size.

They lie on the server of DATABASE_URL and are kept for the next run. Each says in its comment what it was
made from and is made anew when that changed; a database without such a comment is never touched.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import psycopg
from psycopg import Connection, sql

ROOT = Path(__file__).resolve().parent.parent
MARK = "lapor bench: "
TEMPLATE = "lapor_bench_template"
SCHEMA = (
    "src/lapor/records/migrations/*.py",
    "src/lapor/records/reference/**/*",
    "src/lapor/steps/reference/*.py",
)
OURS = (
    "bench/life.py",
    "bench/story.py",
    "bench/world.py",
    "bench/words.py",
    "bench/reference.py",
    "bench/load.py",
)


def url_of(name: str) -> str:
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def without_password(url: str) -> tuple[str, str]:
    """The URL as everybody may read it, and the password, empty where it has none."""
    parts = urlsplit(url)
    user, _at, host = parts.netloc.rpartition("@")
    netloc = f"{user.partition(':')[0]}@{host}" if user else host
    return parts._replace(netloc=netloc).geturl(), unquote(parts.password or "")


def connect(name: str) -> Connection[Any]:
    return psycopg.connect(url_of(name), autocommit=True)


def ensure_template() -> None:
    """Tables and reference data, by the product's own commands."""

    def build() -> None:
        for command in (["migrate", "--no-input", "-v", "0"], ["load_reference"]):
            manage(url_of(TEMPLATE), *command)

    _ensure(TEMPLATE, "template0", _made_from(SCHEMA), build)


def ensure_world(size: int, load: Callable[[str], None]) -> str:
    """The name of the database with `size` reports; `load` fills a fresh one."""
    ensure_template()
    name = f"lapor_bench_{label(size)}"
    _ensure(name, TEMPLATE, _made_from((*SCHEMA, *OURS)), lambda: load(name))
    return name


def label(size: int) -> str:
    """10000 is "10k", 1000000 is "1m"."""
    for unit, letter in ((1_000_000, "m"), (1_000, "k")):
        if size % unit == 0:
            return f"{size // unit}{letter}"
    return str(size)


def manage(url: str, *words: str) -> None:
    env = os.environ | {"DATABASE_URL": url}
    subprocess.run([sys.executable, "-m", "lapor.config.manage", *words], env=env, check=True)


def _ensure(name: str, template: str, made_from: str, build: Callable[[], None]) -> None:
    if (comment := _comment(name)) == MARK + made_from:
        return
    if comment is not None and not comment.startswith(MARK):
        raise SystemExit(f"The database {name} exists and is not ours; it is left alone.")
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        create = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
            sql.Identifier(name), sql.Identifier(template)
        )
        server.execute(drop)
        server.execute(create)
        _mark(server, name, "unfinished")
    build()
    with connect(name) as server:
        _mark(server, name, made_from)


def _mark(server: Connection[Any], name: str, words: str) -> None:
    server.execute(
        sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(name), sql.Literal(MARK + words))
    )


def _comment(name: str) -> str | None:
    """None without such a database, "" without a comment."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        row = server.execute(
            "SELECT coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database WHERE datname = %s",
            [name],
        ).fetchone()
    return row[0] if row else None


def _made_from(patterns: tuple[str, ...]) -> str:
    files = sorted(path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file())
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]
