"""Numbers, addresses and links that belong to a person, found by their shape or by the word before them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lapor.rules.findings import DataKind, Finding

Check = Callable[[re.Match[str]], bool]

# Codes of the 38 provinces; a NIK begins with one (Kepmendagri 300.2.2-2430/2025).
_PROVINCES = frozenset(
    [*range(11, 20), 21, *range(31, 37), 51, 52, 53, *range(61, 66), *range(71, 77), 81, 82, *range(91, 97)]
)
# Area letters of number plates (Perpol 7/2021).
_PLATE_AREAS = (
    "A[ABDEG]?|B[ABDEGHKLMNP]?|D[ABCDEGHKLMNRSTW]?|E[ABD]?|F|G|H|K[BHTU]?|L|M|N|P[ABSTGY]?|R|S|T|W|Z|C[CD]"
)
# Short words that follow a number in capitals: "JALAN B 12 DI DEPAN".
_ENDINGS = "DI KE DAN RT RW KM NO TH HP WA SD KG CM PM AM DR YG ADA"
_NO_PLATE_ENDING = frozenset(_ENDINGS.split())

# How the digits of one number are parted. No bracket, so that nothing reaches across a placeholder.
_GAP = r"[ .\-–\u00a0]?"
_CUE_GAP = r"[^\n\[\]\d]"


def numbers_in(text: str) -> Iterator[Finding]:
    """All candidates; they may overlap."""
    for shape in _SHAPES:
        for match in shape.pattern.finditer(text):
            if shape.check is None or shape.check(match):
                value = "value" if "value" in shape.pattern.groupindex else 0
                cue = match["cue"] if "cue" in shape.pattern.groupindex else None
                reason = " ".join((cue or "").lower().split())
                yield Finding(match.start(value), match.end(value), shape.kind, reason)


@dataclass(frozen=True, slots=True)
class _Shape:
    """A pattern with the groups `value` (what to hide) and `cue` (what led to it), either may be missing."""

    kind: DataKind
    pattern: re.Pattern[str]
    check: Check | None = None


def _shape(kind: DataKind, source: str, check: Check | None = None, flags: int = re.IGNORECASE) -> _Shape:
    return _Shape(kind, re.compile(source, flags), check)


def _digits(count: str) -> str:
    return rf"(?<!\d)(?P<value>\d(?:{_GAP}\d){{{count}}})(?!\d)"


def _only_digits(match: re.Match[str]) -> str:
    return re.sub(r"\D", "", match["value"])


def _is_plausible_nik(match: re.Match[str]) -> bool:
    """Province and birthday fit: PPKKCC DDMMYY NNNN, women with 40 added to the day."""
    digits = _only_digits(match)
    day, month = int(digits[6:8]), int(digits[8:10])
    return (
        int(digits[:2]) in _PROVINCES
        and digits[2:4] != "00"
        and day % 40 in range(1, 32)
        and 1 <= month <= 12
    )


def _is_card(match: re.Match[str]) -> bool:
    """Luhn's check, which bank cards pass."""
    total = 0
    for place, digit in enumerate(reversed(_only_digits(match))):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


def _is_no_sum_or_date(match: re.Match[str]) -> bool:
    before = match.string[match.start() : match.start("value")].lower().rstrip(" .")
    is_other = re.fullmatch(r"\d{1,3}(?:\.\d{3})+|\d{1,2}([.-])\d{1,2}\1\d{4}", match["value"])
    return not before.endswith("rp") and is_other is None


def _is_no_law(match: re.Match[str]) -> bool:
    """ "Perda Nomor 14 Tahun 2018" is no house."""
    return re.match(r"\s?(?:tahun|thn|/)", match.string[match.end() :], re.IGNORECASE) is None


def _ends_like_a_plate(match: re.Match[str]) -> bool:
    return match["letters"].upper() not in _NO_PLATE_ENDING


_KK_CUE = r"(?P<cue>\b(?:no(?:mor|\.)? ?)?(?:kk|kartu keluarga)\b)"
_NIK_CUE = r"(?P<cue>\b(?:nik|no(?:mor|\.)? ?(?:ktp|e-?ktp|induk kependudukan)|e?-?ktp)\b)"
_NPWP_CUE = r"(?P<cue>\bnpwp\b)"
_PHONE_CUE = (
    r"(?P<cue>\b(?:no(?:mor|\.)? ?(?:hp|wa|telp?|telepon|tlp)|hp|wa|whatsapp|telp?|telepon|tlp|handphone|"
    r"ponsel|kontak|hubungi)\b)"
)
_BANKS = "bca|bri|bni|btn|bsi|bjb|bpd|mandiri|cimb|danamon|permata|muamalat|maybank|ocbc|seabank|jago"
_ACCOUNT_CUE = rf"(?P<cue>\b(?:no(?:mor|\.)? ?)?(?:norek|rek(?:ening)?|virtual account|{_BANKS})\b)"
_CUSTOMER_CUE = (
    r"(?P<cue>\b(?:id ?pel(?:anggan)?|no(?:mor|\.)? ?(?:pelanggan|meter(?:an)?|sambungan|polis|sim|kartu)|"
    r"pelanggan|bpjs|kis|nisn|nip|nrp)\b)"
)
_HOUSE_CUE = (
    r"(?P<cue>\b(?:rumah(?:nya)?|kost?|kontrakan|alamat|jl|jln|jalan|gg|gang|blok|perum(?:ahan)?|kompleks?|komp|"
    r"kav(?:ling)?)\b)"
)
_HOUSE_NUMBER = r"(?P<value>\b(?:no(?:mor|mer)?|nmr)\b\.? ?:? ?\d{1,4}(?: ?[-/] ?\d{1,4})?[a-z]?\b)"
_RT, _RW = r"\brt\b ?[.:]? ?\d{1,3}", r"\brw\b ?[.:]? ?\d{1,3}"
_SOCIAL = r"(?:facebook|fb|instagram|tiktok|twitter|x|threads|t|wa)\.(?:com|me|net)"

_SHAPES: tuple[_Shape, ...] = (
    _shape(DataKind.NIK, _digits("15"), _is_plausible_nik),
    _shape(DataKind.NIK, rf"{_NIK_CUE}{_CUE_GAP}{{0,15}}{_digits('13,17')}"),
    _shape(DataKind.FAMILY_CARD, rf"{_KK_CUE}{_CUE_GAP}{{0,15}}{_digits('13,17')}"),
    _shape(DataKind.NPWP, r"(?<!\d)\d{2}\.\d{3}\.\d{3}\.\d[-.]\d{3}\.\d{3}(?!\d)"),
    _shape(DataKind.NPWP, rf"{_NPWP_CUE}{_CUE_GAP}{{0,15}}{_digits('14,15')}"),
    _shape(
        DataKind.PASSPORT,
        r"(?P<cue>\bpas(?:por|sport)\b)[^\n\[\]\d]{0,20}?\b(?P<value>[a-z]{1,2} ?\d{6,7})\b",
    ),
    _shape(DataKind.EMAIL, r"(?<![\w.+-])\w[\w.+-]*@\w[\w-]*(?:\.[\w-]+)*"),
    _shape(DataKind.LINK, r"\b(?:https?://|www\.)(?![\w.-]*\.go\.id\b)[^\s\[\]<>\"]+"),
    _shape(DataKind.LINK, rf"(?<![\w.@/]){_SOCIAL}/[^\s\[\]<>\"]+"),
    _shape(
        DataKind.TELEPHONE, rf"(?<!\d)(?:\(?\+?62\)?|\(?0){_GAP}(?:\(0\){_GAP})?8(?:{_GAP}\d){{7,12}}(?!\d)"
    ),
    _shape(
        DataKind.TELEPHONE,
        r"(?<![\w.,/-])\(?0(?:2[1-9]|[3-79]\d{1,2})(?:\)?[ .-]?\d{3,4}[ -]?\d{3,4}|(?:\) ?|[ -])\d{5})"
        r"(?![\w/-]|[.,]\d)",
    ),
    _shape(DataKind.TELEPHONE, rf"{_PHONE_CUE}{_CUE_GAP}{{0,15}}{_digits('5,14')}", _is_no_sum_or_date),
    _shape(DataKind.ACCOUNT, rf"{_ACCOUNT_CUE}{_CUE_GAP}{{0,25}}{_digits('6,18')}", _is_no_sum_or_date),
    _shape(DataKind.ACCOUNT, _digits("15"), _is_card),
    _shape(DataKind.CUSTOMER, rf"{_CUSTOMER_CUE}{_CUE_GAP}{{0,15}}{_digits('5,18')}", _is_no_sum_or_date),
    _shape(
        DataKind.PLATE,
        rf"(?<![\w/-])(?:{_PLATE_AREAS})[ -]?[1-9]\d{{1,3}}[ -]?(?P<letters>[A-Z]{{1,3}})(?![\w-])",
        _ends_like_a_plate,
        flags=0,
    ),
    _shape(
        DataKind.PLATE,
        rf"(?P<cue>\b(?:plat|nopol|no\.? ?pol(?:isi)?|nomor polisi)\b){_CUE_GAP}{{0,12}}?"
        rf"(?P<value>\b(?:{_PLATE_AREAS})[ -]?\d{{1,4}}(?:[ -]?(?P<letters>[a-z]{{1,3}}))?\b)",
    ),
    _shape(
        DataKind.ADDRESS,
        rf"{_RT}(?: ?[/,.-]? ?{_RW})?|{_RW}|\brt ?/ ?rw\b ?[.:]? ?\d{{1,3}} ?[/-] ?\d{{1,3}}",
    ),
    _shape(DataKind.ADDRESS, rf"{_HOUSE_CUE}[^\n\[\]!?;]{{0,40}}?{_HOUSE_NUMBER}", _is_no_law),
    _shape(
        DataKind.ADDRESS,
        r"\b(?P<cue>jl|jln|jalan|gg|gang)\b[^\n\[\]!?;\d]{1,40}?(?P<value>\b\d{1,3} ?/ ?\d{1,3}[a-z]?\b)",
    ),
    _shape(DataKind.ADDRESS, r"\bblok ?[a-z]{1,2}[ .-]?\d{1,3}(?: ?[/-] ?\d{1,3})?\b"),
    _shape(DataKind.HANDLE, r"(?<![\w@.])@(?!lapor1708|kempanrb)[a-z0-9_](?:[\w.]{1,28}\w)"),
)
