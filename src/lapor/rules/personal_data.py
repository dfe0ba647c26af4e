"""Personal data in what people write, so that an officer can take it out of the public text.

What is found is a proposal: the officer sees the original beside it and decides. UU 27/2022 (personal data)
asks that no more is made public than the purpose needs. A name is only found after a word that leads to one.
"""

from collections.abc import Iterable, Iterator

from lapor.rules.findings import DataKind, Finding
from lapor.rules.person_names import names_in
from lapor.rules.personal_numbers import numbers_in

__all__ = ["PLACEHOLDERS", "DataKind", "Finding", "find", "redact"]

# Written into the public text, so in the language of the reports; no translation.
PLACEHOLDERS = {
    DataKind.NIK: "[NIK]",
    DataKind.FAMILY_CARD: "[nomor KK]",
    DataKind.NPWP: "[NPWP]",
    DataKind.PASSPORT: "[nomor paspor]",
    DataKind.EMAIL: "[surel]",
    DataKind.LINK: "[tautan]",
    DataKind.TELEPHONE: "[telepon]",
    DataKind.ACCOUNT: "[nomor rekening]",
    DataKind.CUSTOMER: "[nomor pelanggan]",
    DataKind.PLATE: "[nomor kendaraan]",
    DataKind.ADDRESS: "[alamat]",
    DataKind.NAME: "[nama]",
    DataKind.HANDLE: "[akun]",
}

_KINDS = tuple(DataKind)
# Ends words and spans like the placeholders do, and no pattern reaches across it.
_FILLER = "]"


def find(text: str) -> tuple[Finding, ...]:
    """All findings in order, none overlapping; `find(redact(text, find(text)))` is empty."""
    found: list[Finding] = []
    rest = text
    # What overlapped a longer finding may still leave a piece that is one of its own.
    while chosen := _longest_apart(_candidates(rest), len(rest)):
        found += chosen
        for one in chosen:
            rest = rest[: one.start] + _FILLER * (one.end - one.start) + rest[one.end :]
    return tuple(sorted(found, key=lambda one: one.start))


def redact(text: str, findings: Iterable[Finding]) -> str:
    """`text` with every finding replaced by a word in brackets that says what stood there."""
    for one in sorted(findings, key=lambda one: one.start, reverse=True):
        text = text[: one.start] + PLACEHOLDERS[one.kind] + text[one.end :]
    return text


def _candidates(text: str) -> Iterator[Finding]:
    yield from numbers_in(text)
    yield from names_in(text)


def _longest_apart(candidates: Iterable[Finding], length: int) -> list[Finding]:
    chosen: list[Finding] = []
    taken = bytearray(length)
    for one in sorted(candidates, key=_preference):
        if not any(taken[one.start : one.end]):
            chosen.append(one)
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
    return chosen


def _preference(one: Finding) -> tuple[int, bool, int, int]:
    """Longest first; of equals the one that a word announced, then the more telling kind."""
    return (one.start - one.end, not one.reason, _KINDS.index(one.kind), one.start)
