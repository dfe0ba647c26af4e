"""The hash chain of a report's history: each event carries the hash of the one before."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime


def event_hash(content: Mapping[str, object], previous_hash: str) -> str:
    """SHA-256, in hex, over the content in canonical JSON and the hash before it ("" for the first)."""
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return hashlib.sha256(f"{previous_hash}\n{canonical}".encode()).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    raise TypeError(f"{type(value).__name__} can't stand in an event")
