"""Folded text: what two spellings of one name have in common, for searching and comparing."""

import re
import unicodedata

# Written inside words of regional languages: Ma'rang, Sura’baya.
_APOSTROPHES = str.maketrans("", "", "'’‘`ʼ")
_SEPARATORS = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Lower-case words of ASCII letters and digits, single spaces between them.

    >>> fold("Ma'rang / Té-BET!")
    'marang te bet'
    """
    plain = unicodedata.normalize("NFKD", text).translate(_APOSTROPHES).lower()
    ascii_only = plain.encode("ascii", "ignore").decode("ascii")
    return _SEPARATORS.sub(" ", ascii_only).strip()


def slug(text: str, limit: int = 60) -> str:
    """A readable code of at most `limit` characters, cut at a word."""
    folded = fold(text).replace(" ", "-")
    if len(folded) <= limit:
        return folded
    return folded[: limit + 1].rpartition("-")[0] or folded[:limit]
