"""The number of a report and the secret that opens it.

A tracking code is eight random digits and a check digit (Damm's), which notices every mistyped digit and
every swap of two neighbours. It says nothing of how many reports there are or when this one came. An access
code has no letter or digit that is taken for another, and no vowels, so that it never spells a word.
`random(n)` is a source like `secrets.randbelow`: a number from 0 to n - 1.
"""

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum

Random = Callable[[int], int]

CODE_DIGITS = 9
ACCESS_ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ"
ACCESS_LENGTH = 8
# Longer input cannot be a number with its separators; it is not looked at.
_LONGEST_INPUT = 64

# Damm's totally anti-symmetric quasigroup of order 10 (H. M. Damm, 2004).
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)
_WORDS_BEFORE = re.compile(r"^\W*(?:LAPOR\W*(?:1708)?\W+|LAPOR)?(?:(?:NOMOR|NO)\b\W*)?")
# What people type for a digit that they read as a letter.
_LOOKALIKES = str.maketrans("OIL", "011")


class CodeFault(StrEnum):
    LENGTH = "length"
    CHECK_DIGIT = "check_digit"
    CHARACTERS = "characters"


class BadTrackingCode(ValueError):
    """Not a tracking code; `reason` says what to tell the person."""

    def __init__(self, reason: CodeFault) -> None:
        super().__init__(str(reason))
        self.reason = reason


class BadAccessCode(ValueError):
    """Not an access code; `reason` says what to tell the person."""

    def __init__(self, reason: CodeFault) -> None:
        super().__init__(str(reason))
        self.reason = reason


def new_tracking_code(random: Random) -> str:
    """A fresh nine-digit code; whether it is free is the database's to say."""
    digits = str(random(9) + 1) + "".join(str(random(10)) for _ in range(CODE_DIGITS - 2))
    return digits + _check(digits)


def is_valid(code: str) -> bool:
    """Whether `code` is a tracking code as it is stored: nine digits, no separators."""
    return re.fullmatch(r"[1-9][0-9]{8}", code) is not None and _check(code) == "0"


def normalise(text: str) -> str:
    """The stored form of what a person typed or read out: "LAPOR #583.720-461" gives "583720461".

    Raises BadTrackingCode.
    """
    if len(text) > _LONGEST_INPUT:
        raise BadTrackingCode(CodeFault.LENGTH)
    typed = unicodedata.normalize("NFKC", text).upper()
    code = re.sub(r"[\W_]", "", _WORDS_BEFORE.sub("", typed, count=1)).translate(_LOOKALIKES)
    if re.search(r"[^0-9]", code):
        raise BadTrackingCode(CodeFault.CHARACTERS)
    if len(code) != CODE_DIGITS:
        raise BadTrackingCode(CodeFault.LENGTH)
    if not is_valid(code):
        raise BadTrackingCode(CodeFault.CHECK_DIGIT)
    return code


def grouped(code: str) -> str:
    """The code as it is shown and read out: "583 720 461"."""
    return " ".join(code[at : at + 3] for at in range(0, len(code), 3))


def new_access_code(random: Random) -> str:
    """A fresh secret of eight characters, about 38 bits: shown once, stored only as a hash."""
    return "".join(ACCESS_ALPHABET[random(len(ACCESS_ALPHABET))] for _ in range(ACCESS_LENGTH))


def normalise_access_code(text: str) -> str:
    """The code without separators, in capitals. Raises BadAccessCode."""
    if len(text) > _LONGEST_INPUT:
        raise BadAccessCode(CodeFault.LENGTH)
    code = re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text).upper())
    if len(code) != ACCESS_LENGTH:
        raise BadAccessCode(CodeFault.LENGTH)
    if not set(code) <= set(ACCESS_ALPHABET):
        raise BadAccessCode(CodeFault.CHARACTERS)
    return code


def grouped_access_code(code: str) -> str:
    """The access code as it is shown: "RK7M-2TXB"."""
    return f"{code[:4]}-{code[4:]}"


def _check(digits: str) -> str:
    """The check digit to append; "0" for digits that already end in theirs."""
    interim = "0"
    for digit in digits:
        interim = _DAMM[int(interim)][int(digit)]
    return interim
