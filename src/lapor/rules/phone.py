"""Telephone numbers as they are stored: E.164, Indonesian unless they say otherwise."""

import re
import unicodedata

import phonenumbers

_LONGEST_INPUT = 32
# Only what belongs to a written number: the parser would also take letters for digits ("0812-LAPOR").
_WRITTEN = re.compile(r"\+?[0-9 ().-]+")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2212"), "-")
_COUNTRY_WITHOUT_PLUS = re.compile(r"62[0-9]{8,}")


class BadPhone(ValueError):
    """Not a telephone number that exists in its country's numbering plan."""


def normalise_phone(text: str) -> str:
    """The stored form: 0812 3456 7890 gives +6281234567890. Raises BadPhone."""
    typed = " ".join(unicodedata.normalize("NFKC", text).translate(_DASHES).split())
    if len(typed) > _LONGEST_INPUT or not _WRITTEN.fullmatch(typed):
        raise BadPhone("characters")
    if _COUNTRY_WITHOUT_PLUS.fullmatch(re.sub(r"[^0-9]", "", typed)) and not typed.startswith("+"):
        typed = "+" + typed
    try:
        number = phonenumbers.parse(typed, "ID")
    except phonenumbers.NumberParseException as error:
        raise BadPhone("unreadable") from error
    if not phonenumbers.is_valid_number(number):
        raise BadPhone("unknown")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
