"""The words of notices: texts with placeholders in braces, filled in one pass.

Officers edit these texts, so placeholders are Indonesian words. Nothing of a reporter's identity can be
named by one of them.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

SUBJECT_LIMIT = 160
BODY_LIMIT = 4000


class Placeholder(StrEnum):
    """What a text may ask for."""

    NUMBER = "nomor"
    TITLE = "judul"
    LINK = "tautan"
    HOLDER = "instansi"
    BY = "oleh"
    DATE = "tanggal"
    DUE = "tenggat"
    WORDS = "pesan"


# A link and a number lead the person on; without them a notice is of no use.
OWED_IN_BODY = (Placeholder.NUMBER, Placeholder.LINK)

_BRACES = re.compile(r"\{([^{}\n]*)\}")
_KNOWN = frozenset(word.value for word in Placeholder)


class UnknownPlaceholder(ValueError):
    """A text asks for something that nobody knows; `names` are the words in the braces."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


def placeholders_in(text: str) -> frozenset[Placeholder]:
    """What the text asks for. Raises UnknownPlaceholder, also for a brace that stands alone."""
    asked = [found.strip() for found in _BRACES.findall(text)]
    unknown = [word for word in asked if word not in _KNOWN]
    if re.search(r"[{}]", _BRACES.sub("", text)):
        unknown.append("{")
    if unknown:
        raise UnknownPlaceholder(tuple(unknown))
    return frozenset(Placeholder(word) for word in asked)


def fill(text: str, values: Mapping[Placeholder, str]) -> str:
    """The text with its values; a line that asks for nothing but empty values is left out.

    Values are put in as they are: braces within them mean nothing. Raises UnknownPlaceholder.
    """
    placeholders_in(text)
    lines = [_filled(line, values) for line in text.splitlines() if _is_told(line, values)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def fill_line(text: str, values: Mapping[Placeholder, str]) -> str:
    """The same for a subject: one line of at most SUBJECT_LIMIT letters."""
    line = " ".join(fill(text, values).split())
    return line if len(line) <= SUBJECT_LIMIT else line[: SUBJECT_LIMIT - 1].rstrip() + "…"


def _is_told(line: str, values: Mapping[Placeholder, str]) -> bool:
    asked = placeholders_in(line)
    return not asked or any(values.get(word) for word in asked)


def _filled(line: str, values: Mapping[Placeholder, str]) -> str:
    return _BRACES.sub(lambda found: values.get(Placeholder(found[1].strip()), ""), line)
