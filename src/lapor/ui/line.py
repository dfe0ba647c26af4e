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
    """Everything `c-line` and `c-mini-line` print, each put into words only when asked for.

    `zone` is the time zone in which moments are told, "" for the nation's own.
    """

    line: StatusLine
    zone: str = ""

    @property
    def state(self) -> str:
        return self._for_reader("look", str(self.line.look))

    @property
    def left(self) -> str:
        line = self.line
        if line.left_days is None or line.look in ENDED:
            return ""
        if line.left_days == 0:
            return gettext("lewat hari ini") if line.look == "late" else gettext("hari ini")
        days = wording.days(abs(line.left_days), line.left_unit)
        return (gettext("lewat %(days)s") if line.left_days < 0 else gettext("%(days)s lagi")) % {
            "days": days
        }

    @property
    def who(self) -> str:
        return str(_PEOPLE.get(self.line.who, self.line.who))

    @property
    def who_icon(self) -> str:
        if self.line.look in ENDED:
            return "check" if self.line.look == "closed" else "archive"
        return "user" if self.line.is_you or self.line.look in ("you", "settled") else "building"

    @property
    def who_title(self) -> str:
        return self._stop("who")

    @property
    def since_title(self) -> str:
        return self._stop("since")

    @property
    def since_day(self) -> str:
        return wording.day_short(self.line.since, self.zone) if self.line.since else ""

    @property
    def since_time(self) -> str:
        return wording.clock_time(self.line.since, self.zone) if self.line.since else ""

    @property
    def until_title(self) -> str:
        return self._stop("until")

    @property
    def until_day(self) -> str:
        last = self._last_day()
        return wording.day_short(last) if last else ""

    @property
    def until_what(self) -> str:
        what = self.line.until_what
        if self.line.look == "late" and what in LABELS["until_what_late"]:
            return label(what, "until_what_late")
        return label(what, "until_what")

    @property
    def next_title(self) -> str:
        if self.line.next == "nothing":
            return str(LABELS["stop_next"][""])
        return self._stop("next")

    @property
    def next(self) -> str:
        sentence = self._for_reader("next", str(self.line.next))
        if self.line.next_by:
            by = wording.day_short(self.line.next_by)
            return gettext("%(what)s, sampai %(day)s") % {"what": sentence, "day": by}
        if self.line.remind_on and self.line.is_you:
            on = wording.day_short(self.line.remind_on)
            return gettext("%(what)s. Kami ingatkan %(day)s") % {"what": sentence, "day": on}
        return sentence

    @property
    def today(self) -> str:
        return gettext("Hari ini, %(day)s") % {"day": wording.day_brief(self.line.today)}

    @property
    def why(self) -> str:
        return label(self.line.reason_kind, "reason_kind") if self.line.reason else ""

    @property
    def progress(self) -> str:
        return f"lp-p{self.line.tenths * 10}" if self.line.tenths else ""

    @property
    def short(self) -> str:
        """The state of the row form: a count where a clock runs, else the word."""
        look, left = self.line.look, self.line.left_days
        if look == "late" and left:
            return gettext("Terlambat %(days)s") % {"days": wording.days(-left, self.line.left_unit)}
        if look in ("ontime", "near") and left is not None:
            return self.left[:1].upper() + self.left[1:]
        if look == "settled":
            return gettext("Menunggu Anda") if self.line.is_you else gettext("Menunggu konfirmasi")
        return self.state

    @property
    def detail(self) -> str:
        """The second half of the row form: who · what · until when."""
        last = self._last_day()
        until = wording.day_brief(last) if last else ""
        if self.line.look in ENDED:
            return " · ".join(part for part in (self.who, until) if part)
        what = label(self.line.until_what, "until_what") if self.line.look != "late" else ""
        limit = gettext("batas %(day)s") % {"day": until} if until and self.line.left_days != 0 else ""
        return " · ".join(part for part in (self.who, what, limit) if part)

    def _stop(self, stop: str) -> str:
        titles = LABELS[f"stop_{stop}"]
        return str(titles.get(str(self.line.look), titles[""]))

    def _for_reader(self, group: str, code: str) -> str:
        """The wording for the holder himself where there is one, else the one for everybody."""
        if self.line.is_you and code in LABELS[f"{group}_you"]:
            return label(code, f"{group}_you")
        return label(code, group)

    def _last_day(self) -> date | None:
        """The day of the deadline, or of the end."""
        if self.line.until is None:
            return None
        if self.line.look in ENDED:
            return wording.local_date(self.line.until, self.zone)
        return wording.last_day(self.line.until, self.zone)
