"""Dates, moments, numbers and sizes as people read them, in the language of the page.

Indonesian writes 10.15 WIB and 11.482; English 10:15 WIB and 11,482. Days carry their weekday; the year is
left out while it is this year's.
"""

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_interval, format_timedelta
from babel.numbers import format_decimal
from django.utils import timezone, translation
from django.utils.translation import gettext, ngettext, pgettext

from lapor.rules.access import ActorKind

NBSP = "\N{NO-BREAK SPACE}"
_ZONES = {"Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
_SPELLED_UP_TO = 5


def locale() -> Locale:
    """The reader's locale: English where the page is English, Indonesian everywhere else."""
    return _locale("en_GB" if (translation.get_language() or "id").startswith("en") else "id")


@cache
def _locale(name: str) -> Locale:
    return Locale.parse(name)


def _zone(name: str) -> tzinfo:
    return ZoneInfo(name) if name else timezone.get_current_timezone()


def local_date(value: date | datetime, zone: str = "") -> date:
    """The day a moment falls on in the zone; a day stays itself."""
    if isinstance(value, datetime):
        return timezone.localtime(value, _zone(zone)).date() if timezone.is_aware(value) else value.date()
    return value


def _date(value: date | datetime, pattern: str, zone: str) -> str:
    on = local_date(value, zone)
    year = "" if on.year == timezone.localdate().year else " y"
    return format_date(on, pattern + year, locale=locale())


def day(value: date | datetime, zone: str = "") -> str:
    """ "Jumat, 20 November"; with the year where it is not this year."""
    return _date(value, "EEEE, d MMMM", zone)


def day_short(value: date | datetime, zone: str = "") -> str:
    """ "Jumat, 20 Nov"."""
    return _date(value, "EEEE, d MMM", zone)


def day_brief(value: date | datetime, zone: str = "") -> str:
    """ "20 Nov", for rows and rails where the weekday has no room."""
    return _date(value, "d MMM", zone)


def clock_time(value: datetime, zone: str = "") -> str:
    """ "10.15 WIB" in Indonesian, "10:15 WIB" in English; the zone by its Indonesian name."""
    local = timezone.localtime(value, _zone(zone))
    mark = "." if locale().language == "id" else ":"
    known = _ZONES.get(str(local.tzinfo), local.tzname() or "")
    return f"{local:%H}{mark}{local:%M}{NBSP}{known}"


def moment(value: datetime, zone: str = "") -> str:
    """ "Jumat, 20 November, 10.15 WIB"."""
    return f"{day(value, zone)}, {clock_time(value, zone)}"


def interval(first: date, last: date) -> str:
    """ "9–15 Nov 2026": days from the first to the last, both included."""
    return format_interval(first, last, "yMMMd", locale=locale())


def last_day(until: datetime, zone: str = "") -> date:
    """The day people are told of a deadline: an end at midnight belongs to the day before."""
    return timezone.localtime(until.astimezone(UTC) - timedelta(microseconds=1), _zone(zone)).date()


def ago(value: datetime, now: datetime | None = None) -> str:
    """ "3 jam yang lalu"."""
    passed = value - (now or timezone.now())
    if abs(passed) < timedelta(minutes=1):
        return gettext("baru saja")
    return format_timedelta(passed, add_direction=True, locale=locale())


def number(value: float | int) -> str:
    """11482 → "11.482"."""
    return format_decimal(value, locale=locale())


def filesize(size: int) -> str:
    """240123 → "240 kB"; 4200000 → "4,2 MB"; bytes are counted in thousands, as telephones do."""
    if size < 1000:
        return f"{size}{NBSP}B"
    if size < 1_000_000:
        return f"{number(round(size / 1000))}{NBSP}kB"
    return f"{number(round(size / 1_000_000, 1))}{NBSP}MB"


def tracking(code: str | int) -> str:
    """ "583720461" → "583 720 461", with spaces at which no line breaks."""
    digits = str(code).replace(" ", "").replace(NBSP, "")
    return NBSP.join(digits[start : start + 3] for start in range(0, len(digits), 3))


def days(count: int, unit: str) -> str:
    """ "5 hari kerja" or "5 hari", after the unit's stored value."""
    if unit == "calendar_day":
        return ngettext("%(count)s hari", "%(count)s hari", count) % {"count": number(count)}
    return ngettext("%(count)s hari kerja", "%(count)s hari kerja", count) % {"count": number(count)}


def spelled(count: int) -> str:
    """Small numbers as words at the start of a sentence: "Dua hal perlu diperbaiki"."""
    words = {
        1: pgettext("angka", "Satu"),
        2: pgettext("angka", "Dua"),
        3: pgettext("angka", "Tiga"),
        4: pgettext("angka", "Empat"),
        _SPELLED_UP_TO: pgettext("angka", "Lima"),
    }
    return words.get(count, number(count))


def signed(by: str, actor_kind: str) -> str:
    """Who speaks in an event; of what went out by itself also that nobody had approved it yet."""
    if actor_kind != ActorKind.SYSTEM:
        return by
    return gettext("%(agency)s, terkirim otomatis sebelum disetujui pejabatnya") % {"agency": by}
