"""When it happened, in the words of the person: "senin lalu", "12/11/26", "awal November 2026".

A day is understood where the words allow one; else the words are kept as they are. Months without a year and
weekdays are taken as the last such time before today.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan",
            "februari feb pebruari peb",
            "maret mar mrt",
            "april apr",
            "mei",
            "juni jun",
            "juli jul",
            "agustus agu ags agt agust aug",
            "september sep sept",
            "oktober okt oct",
            "november nov nopember nop",
            "desember des dec",
        ),
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = {"senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "jum'at": 4, "sabtu": 5, "minggu": 6}
_UP_TO_ELEVEN = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas"
_NUMBERS = {word: number for number, word in enumerate(_UP_TO_ELEVEN.split())}
_NUMBERS |= {f"{word} belas": 10 + number for word, number in _NUMBERS.items() if 2 <= number <= 9}
_NUMBERS |= {f"{word} puluh": 10 * number for word, number in _NUMBERS.items() if 2 <= number <= 9}
_NUMBERS |= {"se": 1, "beberapa": 3}
_UNIT_DAYS = {"hari": 1, "hr": 1, "minggu": 7, "mgg": 7, "pekan": 7}
_UNIT_MONTHS = {"bulan": 1, "bln": 1, "tahun": 12, "thn": 12}
# Where in a month or a year a vague word points.
_PARTS = {"awal": 1, "pertengahan": 15, "tengah": 15, "akhir": 25}
_PARTS_OF_YEAR = {"awal": 1, "pertengahan": 6, "tengah": 6, "akhir": 11}
_EARLIEST_YEAR = 1945
# A date does not need more; the rest of a long text is not looked at.
_LONGEST_READ = 200

_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_COUNT = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_UNIT = "|".join((*_UNIT_DAYS, *_UNIT_MONTHS))
_WEEKDAY = "|".join(_WEEKDAYS)
_WEEKDAY_ALONE = "|".join(name for name in _WEEKDAYS if name != "minggu")
_PART = "|".join(_PARTS)
_AGO = r"(?:yang |yg )?(?:lalu|lewat|kemarin|silam)"


@dataclass(frozen=True, slots=True)
class When:
    """What was understood; `text` is what the person wrote, `on` None if no day could be made of it."""

    on: date | None
    is_approximate: bool
    text: str


class NotYet(ValueError):
    """The day lies in the future: something that has not happened cannot be reported."""


def understand(text: str, today: date) -> When:
    """The day meant by `text`, seen from `today`. Raises NotYet for a day to come."""
    written = " ".join(text.split())
    words = _simplified(written)
    for pattern, reading in _READINGS:
        match = pattern.search(words)
        if match is None:
            continue
        found = _read(reading, match, today)
        if found is None:
            break
        on, is_approximate = found
        if on > today:
            raise NotYet(written)
        return When(on, is_approximate or words.startswith(("sejak", "sekitar", "kira")), written)
    return When(None, True, written)


def _simplified(written: str) -> str:
    plain = unicodedata.normalize("NFKC", written[:_LONGEST_READ]).lower()
    return " ".join(plain.replace(",", " ").replace("’", "'").split())


_Found = tuple[date, bool]
_Reading = Callable[[re.Match[str], date], _Found]


def _read(reading: _Reading, match: re.Match[str], today: date) -> _Found | None:
    """None where the numbers make no day: 31 February, the year 0, 9,999 years ago."""
    try:
        on, is_approximate = reading(match, today)
    except (ValueError, OverflowError):
        return None
    return (on, is_approximate) if on.year >= _EARLIEST_YEAR else None


def _iso(match: re.Match[str], today: date) -> _Found:
    year, month, day = (int(part) for part in match.groups())
    return date(year, month, day), False


def _numeric(match: re.Match[str], today: date) -> _Found:
    day, month, year = match.groups()
    return _day_of(int(day), int(month), year, today), False


def _without_year(match: re.Match[str], today: date) -> _Found:
    return _day_of(int(match["day"]), int(match["month"]), None, today), False


def _written_out(match: re.Match[str], today: date) -> _Found:
    day, month, year = match.groups()
    return _day_of(int(day), _MONTHS[month], year, today), False


def _day_of(day: int, month: int, year: str | None, today: date) -> date:
    if year is not None:
        return date(int(year) if len(year) == 4 else _full_year(int(year), today), month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year <= today else date(today.year - 1, month, day)


def _full_year(two_digits: int, today: date) -> int:
    year = 2000 + two_digits
    return year if year <= today.year + 1 else year - 100


def _day_word(match: re.Match[str], today: date) -> _Found:
    back = {"kemarin": 1, "kemaren": 1, "semalam": 1, "tadi malam": 1}
    return today - timedelta(days=back.get(match[0], 0)), False


def _before_yesterday(match: re.Match[str], today: date) -> _Found:
    return today - timedelta(days=2), False


def _to_come(match: re.Match[str], today: date) -> _Found:
    return today + timedelta(days=1), False


def _ago(match: re.Match[str], today: date) -> _Found:
    number, unit = match["count"], match["unit"]
    count = int(number) if number.isdigit() else _NUMBERS[number]
    if unit in _UNIT_MONTHS:
        return _months_back(today, count * _UNIT_MONTHS[unit]), True
    return today - timedelta(days=count * _UNIT_DAYS[unit]), _UNIT_DAYS[unit] > 1 or number == "beberapa"


def _months_back(today: date, months: int) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    return date(year, month + 1, min(today.day, 28))


def _weekday(match: re.Match[str], today: date) -> _Found:
    back = (today.weekday() - _WEEKDAYS[match["name"]]) % 7
    if match["week"]:
        return today - timedelta(days=today.weekday() + 7 - _WEEKDAYS[match["name"]]), False
    return today - timedelta(days=back or (7 if match["ago"] else 0)), False


def _last_or_this(match: re.Match[str], today: date) -> _Found:
    unit, is_this = match["unit"], match["which"] == "ini"
    if unit in ("minggu", "pekan"):
        monday = today - timedelta(days=today.weekday())
        return (monday if is_this else today - timedelta(days=7)), True
    if unit == "tahun":
        year = today.year - (0 if is_this else 1)
        return _within(date(year, _PARTS_OF_YEAR.get(match["part"], 1), 1), date(year, 1, 1), today), True
    first = today.replace(day=1)
    first = first if is_this else (first - timedelta(days=1)).replace(day=1)
    return _within(first.replace(day=_PARTS.get(match["part"], 1)), first, today), True


def _month(match: re.Match[str], today: date) -> _Found:
    first = _day_of(1, _MONTHS[match["month"]], match["year"], today)
    return _within(first.replace(day=_PARTS.get(match["part"], 1)), first, today), True


def _year(match: re.Match[str], today: date) -> _Found:
    first = date(int(match["year"]), 1, 1)
    return _within(first.replace(month=_PARTS_OF_YEAR.get(match["part"], 1)), first, today), True


def _day_of_month(match: re.Match[str], today: date) -> _Found:
    day = int(match["day"])
    if day <= today.day:
        return today.replace(day=day), False
    return (today.replace(day=1) - timedelta(days=1)).replace(day=day), False


def _within(guess: date, first: date, today: date) -> date:
    """A vague day of a time that has begun is never after today: "akhir November" said on the 22nd."""
    return min(guess, today) if first <= today else guess


def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.-]){source}(?!\w|[/.-]\d)")


# In this order: the more exact reading first.
_READINGS: tuple[tuple[re.Pattern[str], _Reading], ...] = (
    (_pattern(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"), _iso),
    (_pattern(r"(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4}|\d{2})"), _numeric),
    (_pattern(rf"(\d{{1,2}})[ -]?({_MONTH})\.?(?:[ -]?(\d{{4}}|\d{{2}}$))?"), _written_out),
    (_pattern(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})"), _without_year),
    (_pattern(r"(?:kemar[ie]n (?:lusa|dulu)|lusa kemar[ie]n)"), _before_yesterday),
    (_pattern(rf"(?:besok|lusa|nanti \w+|(?:{_WEEKDAY}|pekan|bulan|tahun) depan)"), _to_come),
    (_pattern(rf"hari (?P<name>{_WEEKDAY})(?: (?P<week>minggu lalu)|(?P<ago> {_AGO}))?"), _weekday),
    (_pattern(rf"(?P<name>{_WEEKDAY_ALONE})(?: (?P<week>minggu lalu)|(?P<ago> {_AGO}))?"), _weekday),
    (_pattern(rf"(?:(?P<part>{_PART}) )?(?P<month>{_MONTH})(?: (?P<year>\d{{4}}))?"), _month),
    (_pattern(rf"(?P<count>\d{{1,4}}|{_COUNT}) ?(?P<unit>{_UNIT})(?: (?:ini|terakhir|{_AGO}))?"), _ago),
    (
        _pattern(rf"(?:(?P<part>{_PART}) )?(?P<unit>minggu|pekan|bulan|tahun) (?P<which>ini|{_AGO})"),
        _last_or_this,
    ),
    (_pattern(rf"(?:(?P<part>{_PART}) )?(?:tahun )?(?P<year>(?:19|20)\d\d)"), _year),
    (_pattern(r"(?:tanggal|tgl\.?) ?(?P<day>\d{1,2})"), _day_of_month),
    (_pattern(r"(?:tadi malam|kemar[ie]n|semalam|tadi|barusan|baru saja|hari ini|sekarang)"), _day_word),
)
