"""A status line put into words: what each of its four stops says, for the one who reads it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, gettext_lazy

from lapor.rules.status_line import REPORTER, YOU, StatusLine
from lapor.ui import wording
from lapor.ui.labels import LABELS, label

# Holders that are no agency; agencies have their own names in every language.
_PEOPLE = {YOU: gettext_lazy("Anda"), REPORTER: gettext_lazy("Pelapor")}
ENDED = ("closed", "archived")


@dataclass(frozen=True, slots=True)
class Words:
    """Everything `c-line` and `c-mini-line` print, ready and translated."""

    state: str
    left: str
    who: str
    who_title: str
    who_icon: str
    since_title: str
    since_day: str
    since_time: str
    until_title: str
    until_day: str
    until_what: str
    next_title: str
    next: str
    today: str
    why: str
    progress: str
    short: str
    detail: str


def words(line: StatusLine, zone: str = "") -> Words:
    look, is_late = str(line.look), line.look == "late"
    return Words(
        state=_for_reader(line, "look", look),
        left=_left(line),
        who=_who(line),
        who_title=_stop("who", look),
        who_icon=_who_icon(line),
        since_title=_stop("since", look),
        since_day=wording.day_short(line.since, zone) if line.since else "",
        since_time=wording.clock_time(line.since, zone) if line.since else "",
        until_title=_stop("until", look),
        until_day=wording.day_short(_until(line, zone)) if line.until else "",
        until_what=_until_what(line, is_late),
        next_title=_stop("next", look),
        next=_next(line),
        today=gettext("Hari ini, %(day)s") % {"day": wording.day_brief(line.today)},
        why=label(line.reason_kind, "reason_kind") if line.reason else "",
        progress=f"lp-p{line.tenths * 10}" if line.tenths else "",
        short=_short(line),
        detail=_detail(line, zone),
    )


def _stop(stop: str, look: str) -> str:
    titles = LABELS[f"stop_{stop}"]
    return str(titles.get(look, titles[""]))


def _for_reader(line: StatusLine, group: str, code: str) -> str:
    """The wording for the holder himself where there is one, else the one for everybody."""
    if line.is_you and code in LABELS[f"{group}_you"]:
        return label(code, f"{group}_you")
    return label(code, group)


def _who(line: StatusLine) -> str:
    return str(_PEOPLE.get(line.who, line.who))


def _who_icon(line: StatusLine) -> str:
    if line.look in ENDED:
        return "check" if line.look == "closed" else "archive"
    return "user" if line.is_you or line.look in ("you", "settled") else "building"


def _until(line: StatusLine, zone: str) -> date:
    assert line.until is not None
    return line.until.date() if line.look in ENDED and not zone else wording.last_day(line.until, zone)


def _until_what(line: StatusLine, is_late: bool) -> str:
    if is_late and line.until_what in LABELS["until_what_late"]:
        return label(line.until_what, "until_what_late")
    return label(line.until_what, "until_what")


def _left(line: StatusLine) -> str:
    if line.left_days is None or line.look in ENDED:
        return ""
    if line.left_days == 0:
        return gettext("lewat hari ini") if line.look == "late" else gettext("hari ini")
    if line.left_days < 0:
        return gettext("lewat %(days)s") % {"days": wording.days(-line.left_days, line.left_unit)}
    return gettext("%(days)s lagi") % {"days": wording.days(line.left_days, line.left_unit)}


def _next(line: StatusLine) -> str:
    sentence = _for_reader(line, "next", line.next)
    if line.next_by:
        by = wording.day_short(line.next_by)
        return gettext("%(what)s, sampai %(day)s") % {"what": sentence, "day": by}
    if line.remind_on and line.is_you:
        on = wording.day_short(line.remind_on)
        return gettext("%(what)s. Kami ingatkan %(day)s") % {"what": sentence, "day": on}
    return sentence


def _short(line: StatusLine) -> str:
    """The state of the row form: a count where a clock runs, else the word."""
    if line.look == "late":
        days = wording.days(-(line.left_days or 0), line.left_unit)
        return gettext("Terlambat %(days)s") % {"days": days} if line.left_days else label("late", "look")
    if line.look in ("ontime", "near") and (left := _left(line)):
        return left[0].upper() + left[1:]
    if line.look == "settled":
        return gettext("Menunggu Anda") if line.is_you else gettext("Menunggu konfirmasi")
    return _for_reader(line, "look", str(line.look))


def _detail(line: StatusLine, zone: str) -> str:
    """The second half of the row form: who · what · until when."""
    until = wording.day_brief(_until(line, zone)) if line.until else ""
    if line.look in ENDED:
        return " · ".join(part for part in (_who(line), until) if part)
    what = label(line.until_what, "until_what") if line.look != "late" else ""
    limit = gettext("batas %(day)s") % {"day": until} if until and line.left_days != 0 else ""
    return " · ".join(part for part in (_who(line), what, limit) if part)
