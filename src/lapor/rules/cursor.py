"""The place in a list after which a page begins; it comes from an address, so anybody may have changed it."""

from typing import Any

_LARGEST = 2**63 - 1


def fits(values: tuple[Any, ...] | None, *kinds: type) -> bool:
    """Whether the values are of these kinds and can be compared in the database."""
    if values is None or len(values) != len(kinds):
        return False
    return all(
        type(value) is kind and not _is_unfit(value) for value, kind in zip(values, kinds, strict=True)
    )


def _is_unfit(value: Any) -> bool:
    if isinstance(value, str):
        return "\x00" in value or any(0xD800 <= ord(char) < 0xE000 for char in value)
    return isinstance(value, int) and abs(value) > _LARGEST
