"""What everybody gets at every address: computed here, kept in `expected.csv`, compared by the test.

`LAPOR_WRITE_MATRIX=1 ./lapor test tests/access/test_matrix.py` writes the table anew; read the difference
before you commit it: each cell is a decision about who may come in.
"""

import csv
from pathlib import Path

from django.db import transaction
from django.test import Client

from tests.access.people import ROLES
from tests.access.visits import visits

TABLE = Path(__file__).parent / "expected.csv"
Matrix = dict[tuple[str, str], dict[str, str]]


def computed(clients: dict[str, Client], codes: tuple[str, ...]) -> Matrix:
    """Status codes by (route, method) and role; where one route has several addresses, all codes in order."""
    found: Matrix = {}
    for route, address in visits(codes):
        for method in ("GET", "POST"):
            row = found.setdefault((route.name, method), dict.fromkeys(ROLES, ""))
            for role, client in clients.items():
                code = str(_asked(client, method, address))
                if code not in row[role].split("/"):
                    row[role] = "/".join(filter(None, [row[role], code]))
    return found


def _asked(client: Client, method: str, address: str) -> int:
    """The answer's status; whatever the request changed is taken back."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        answer = client.get(address) if method == "GET" else client.post(address)
        if answer.streaming:
            b"".join(answer.streaming_content)  # type: ignore[arg-type]
        transaction.set_rollback(True)
    client.cookies = cookies  # whoever signed out by asking is signed in again
    return int(answer.status_code)


def read() -> Matrix:
    with TABLE.open(newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["route"], row["method"]): {role: row[role] for role in ROLES} for row in rows}


def write(matrix: Matrix) -> None:
    with TABLE.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["route", "method", *ROLES])
        for (route, method), row in sorted(matrix.items()):
            writer.writerow([route, method, *(row[role] for role in ROLES)])
