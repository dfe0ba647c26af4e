"""What a database says of itself, asked by the environment's Python, since only that has a driver."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from lapor.config.command.binaries import EXTENSIONS, OLDEST
from lapor.config.command.places import Places
from lapor.config.command.processes import output_of
from lapor.config.command.terminal import Problem, say

ASK = """
select current_setting('server_version_num')::int / 10000, current_setting('server_version'),
       (select array_agg(name::text) from pg_available_extensions where name = any(%s)),
       to_regclass('procrastinate_workers') is not null, to_regclass('lapor_membership') is not null
"""
OFFICERS = "select exists (select from lapor_membership)"
HEARTBEAT = "select extract(epoch from now() - max(last_heartbeat))::float from procrastinate_workers"


def ask(places: Places, url: str) -> dict[str, Any]:
    """Keys: major, version, extensions, worker_silent (seconds, None), has_officers; or error, a sentence."""
    command: list[str | Path] = [places.python, "-m", "lapor.config.command.probe"]
    # PGPASSWORD, PGSSLMODE and the like count as much as the URL.
    env = os.environ | {"PYTHONPATH": str(places.source), "LAPOR_PROBE_URL": url}
    try:
        answer: dict[str, Any] = json.loads(output_of(command, env=env, timeout=30, cwd=places.root))
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        return {"error": f"pemeriksaan gagal: {error}"}
    return answer


def await_configured(places: Places, url: str, limit: float = 30.0) -> None:
    """Return when the configured database answers and suffices; raises Problem when it doesn't in time."""
    end = time.monotonic() + limit
    answer = ask(places, url)
    if "error" in answer:
        say("Menunggu basis data pada DATABASE_URL …")
    while "error" in answer and time.monotonic() < end:
        time.sleep(2)
        answer = ask(places, url)
    if "error" in answer:
        raise Problem("Basis data pada DATABASE_URL tidak terjangkau.", answer["error"])
    if answer["major"] < OLDEST:
        raise Problem(f"Basis data adalah PostgreSQL {answer['version']}; perlu {OLDEST} atau lebih baru.")
    if missing := set(EXTENSIONS) - set(answer["extensions"]):
        names = ", ".join(sorted(missing))
        raise Problem(
            f"Ekstensi PostgreSQL tidak ada: {names}.", "Pasang paket postgresql-contrib di server itu."
        )


def _look(url: str) -> dict[str, Any]:
    import psycopg

    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            row = connection.execute(ASK, [list(EXTENSIONS)]).fetchone()
            assert row is not None
            major, version, extensions, has_workers, has_tables = row
            beat = connection.execute(HEARTBEAT).fetchone() if has_workers else None
            officers = connection.execute(OFFICERS).fetchone() if has_tables else None
    except psycopg.Error as error:
        return {"error": str(error).strip()}
    silent = beat[0] if beat else None
    return {
        "major": major,
        "version": version,
        "extensions": extensions or [],
        "worker_silent": silent,
        "has_officers": bool(officers and officers[0]),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_look(os.environ["LAPOR_PROBE_URL"])))
