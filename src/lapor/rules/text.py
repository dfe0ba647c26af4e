"""What people type, made fit to store, and shortened where only a line is shown."""

import re
import unicodedata

TITLE_LIMIT = 80
EXCERPT_LIMIT = 160
ELLIPSIS = "…"

# Invisible characters that hide or reorder text: zero-width spaces, the byte-order mark, direction overrides.
_DECEPTIVE = frozenset("\u200b\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
_SPACE_AT_LINE_END = re.compile(r"[^\S\n]+(?=\n|\Z)")
_GREETING = re.compile(
    r"^(?:(?:selamat\s+(?:pagi|siang|sore|malam)|ass?alam\w*(?:\s*['’]?\s*al[ae]ikum)?(?:\s+wr\.?\s*wb\.?)?|"
    r"(?:kepada\s+)?y(?:th|ang\s+terhormat)\.?|mohon\s+maaf|permisi|halo|hai|dear)\b"
    r"(?:[\s,]+(?:bapak|ibu|pak|bu|admin|min|kak)\b(?:\s*/\s*(?:ibu|bu)\b)?)?[\s.,!:;-]*)+",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(.{12,}?[.!?])(?=\s)")
_ABBREVIATION = re.compile(
    r"\b(?:jl|jln|no|kab|kec|kel|ds|prov|rt|rw|gg|bpk|sdr|yth|dr|drs|ir|hj?|dll|dsb|dst|tgl|hlm|a\.n)\.$",
    re.IGNORECASE,
)


def clean_text(raw: str) -> str:
    """`raw` without NUL, control and deceptive characters, in NFC, with plain line ends and tidy edges.

    At most two blank lines in a row stay. Cleaning twice changes nothing more.
    """
    lines = _LINE_ENDS.sub("\n", raw)
    kept = unicodedata.normalize("NFC", "".join(char for char in lines if _may_stay(char)))
    return re.sub(r"\n{4,}", "\n\n\n", _SPACE_AT_LINE_END.sub("", kept)).strip()


def short_title(text: str, limit: int = TITLE_LIMIT) -> str:
    """A line to call a report by: its first sentence without the greeting, cut on a word; "" for nothing."""
    line = " ".join(clean_text(text).split())
    line = _GREETING.sub("", line) or line
    title = _first_sentence(line)
    if title.endswith(".") and not title.endswith(".."):
        title = title[:-1]
    return _cut(title[:1].upper() + title[1:], limit)


def excerpt(text: str, limit: int = EXCERPT_LIMIT) -> str:
    """The beginning of `text` on one line, cut on a word."""
    return _cut(" ".join(clean_text(text).split()), limit)


def _may_stay(char: str) -> bool:
    # Lone surrogates ("Cs") cannot be encoded: the database would refuse the whole report.
    return char in "\n\t" or (char not in _DECEPTIVE and unicodedata.category(char) not in ("Cc", "Cs"))


def _first_sentence(line: str) -> str:
    for end in _SENTENCE.finditer(line):
        if not _ABBREVIATION.search(line[: end.end()]):
            return line[: end.end()]
    return line


def _cut(line: str, limit: int) -> str:
    if len(line) <= limit:
        return line
    room = line[: limit - len(ELLIPSIS) + 1]
    words = room.rsplit(" ", 1)[0] if " " in room else room[:-1]
    return words.rstrip(" ,;:.-–") + ELLIPSIS
