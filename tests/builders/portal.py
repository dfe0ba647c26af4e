"""A person with a browser: what he types, and a clock that stands still for him."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import uuid4

import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.access.people import client_of

TEXT = "Jalan Pandan Ujung di depan SD berlubang besar. Sudah dua minggu."
_CONTROL = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "SET CONSTRAINTS")


def typed(**changes: str) -> dict[str, str]:
    """A form as somebody fills it in who knows the place and nothing else."""
    words = {
        "key": str(uuid4()),
        "text": TEXT,
        "kind": "complaint",
        "privacy": "ordinary",
        "place": "13.72.02.1003",
        "place_text": "Tanjung Paku",
    }
    return words | changes


def browser_of(code: str = "", *, account_id: int | None = None) -> Client:
    """A browser in Indonesian that has opened this report with its code, or is signed in."""
    client = client_of(account_id, unlocked=(code,) if code else ())
    client.raise_request_exception = True
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "id"
    return client


@contextmanager
def standing_clock(now: datetime) -> Iterator[None]:
    """It is `now`, for as long as the block lasts."""
    with time_machine.travel(now, tick=False):
        yield


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements of the block, without the control of transactions."""
    found: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield found
    found += [one["sql"] for one in captured if not one["sql"].lstrip().upper().startswith(_CONTROL)]
