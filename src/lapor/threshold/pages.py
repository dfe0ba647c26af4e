"""Keyset cursors in addresses: the place after the last row, never an offset."""

import base64
import binascii
import json
from typing import Any


def encode_cursor(values: tuple[Any, ...] | None) -> str:
    """The values of the last row's keys as a short opaque text for `?sesudah=`."""
    if values is None:
        return ""
    raw = json.dumps(values, separators=(",", ":"), default=str).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decode_cursor(text: str | None, length: int) -> tuple[Any, ...] | None:
    """The values of a cursor, or None if there is none or somebody tampered with it."""
    if not text:
        return None
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        values = json.loads(raw)
    except (ValueError, binascii.Error, RecursionError):
        return None
    return tuple(values) if isinstance(values, list) and len(values) == length else None
