"""Nothing that opens a report or names a person stays in a line for the log."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor.rules.log_redaction import safe_text
from lapor.rules.tracking_code import ACCESS_ALPHABET, grouped_access_code, new_access_code

ACCESS = new_access_code(Random(1708).randrange)


@pytest.mark.parametrize(
    "secret",
    [
        "siti@contoh.test",
        "0812 3456 7890",
        "+6281234567890",
        "1372026503900001",
        "RK7M2TXB",
        "RK7M-2TXB",
        # Fixed, because workers that run tests side by side must collect the same ones.
        "140-bYN5XbI9_JRpcnt4G4zBoJYNCOL_y933h4i4zzY",
        "abcDEFghiJKLmnoPQRstuVWXyzabcDEFghiJKLmnoPQ",
        "abcDEFghiJKLmnoPQRstuVWXyzabcDEFghiJKLmno-7",
        "5daa5f78513d334747d0bf346c8ecd61",
        "abcdefghijklmnopqrstuvwxyzabcde7",
        "fe120173-fcac-4b6b-8632-4c39510aba70",
    ],
)
@pytest.mark.parametrize(
    "line", ["{}", "key=({}) exists", "/masuk/tautan/{}/ failed", "login='{}'", "a\n  {}\nb"]
)
def test_secrets_go(secret: str, line: str) -> None:
    assert secret not in safe_text(line.format(secret))


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("GET /lacak/?nomor=583720461&kode=abc 200", "GET /lacak/?[…] 200"),
        ("DETAIL:  Failing row contains (1, Siti, rumah saya).", "DETAIL: […]"),
        ("Key (name)=(Siti Rahma) already exists.", "Key (name)=([…]) already exists."),
    ],
)
def test_values_of_addresses_and_rows_go(line: str, left: str) -> None:
    assert safe_text(line) == left


@pytest.mark.parametrize(
    "line",
    [
        "POST /meja/laporan/<str:code>/ 302 41 ms",
        "notice 12 failed for good after 6 attempts over email",
        "history of report 583720461 does not hold at event 3: content_changed",
        'File "/srv/lapor/src/lapor/steps/attachments/store.py", line 61, in store_attachment',
        'connection to server at "127.0.0.1", port 5432 failed: Connection refused',
        'psycopg.errors.UniqueViolation: duplicate key value violates unique constraint "notice_once"',
    ],
)
def test_what_helps_stays(line: str) -> None:
    assert safe_text(line) == line


@given(st.text(alphabet=ACCESS_ALPHABET, min_size=8, max_size=8).filter(lambda code: not code.isdigit()))
def test_every_access_code_goes(code: str) -> None:
    assert code not in safe_text(f"code {code}")
    assert grouped_access_code(code) not in safe_text(f"code {grouped_access_code(code)}.")


@given(st.text(max_size=2000))
def test_any_text_can_be_logged(text: str) -> None:
    safe_text(text)
    assert len(safe_text(text * 100)) <= 60_000
