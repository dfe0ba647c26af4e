"""The hash chain of a history: from what was told on, each event carries the hash of the one before."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime


def event_hash(content: Mapping[str, object], previous_hash: str) -> str:
    """SHA-256, in hex, over the content in canonical JSON and the hash before it ("" for the first)."""
    return hashlib.sha256(f"{previous_hash}\n{_canonical(content)}".encode()).hexdigest()


def told_hash(told: Mapping[str, object]) -> str:
    """SHA-256, in hex, over what a person told, in canonical JSON."""
    return hashlib.sha256(_canonical(told).encode()).hexdigest()


def _canonical(content: Mapping[str, object]) -> str:
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} can't stand in an event")
