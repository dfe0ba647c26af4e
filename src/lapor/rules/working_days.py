"""Working days: Monday to Friday less national holidays, joint leave and an agency's own holidays.

The convention is numpy's `busday_offset(start, n, roll='forward')`: the day a count starts is day 0, and
a start on a day off counts as the next working day.
"""

from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The days on which one agency works; `holidays` are all its days off besides weekends."""

    holidays: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        return day.weekday() < SATURDAY and day not in self.holidays

    def next_working(self, day: date) -> date:
        """`day` itself if it is a working day, else the first one after it."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def add(self, start: date, days: int) -> date:
        """The working day that lies `days` working days after `start`; before it if negative."""
        day = self.next_working(start)
        step = ONE_DAY if days >= 0 else -ONE_DAY
        for _ in range(abs(days)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def between(self, a: date, b: date) -> int:
        """Working days from `a` to `b`, negative if `b` lies before `a`.

        The inverse of `add`: `between(a, add(a, n)) == n`. Days off at either end count nothing, so a
        deadline of last Friday is 0 working days past on Sunday and 1 on Monday.
        """
        if b < a:
            return -self.between(b, a)
        first = self.next_working(a)
        return self._up_to(b) - self._up_to(first) if first < b else 0

    def left(self, today: date, last: date) -> int:
        """Working days until `last`, as `between` counts them, but never none before that day.

        What ends on Monday does not end on the Saturday before.
        """
        days = self.between(today, last)
        return max(1, days) if today < last else days

    def _up_to(self, day: date) -> int:
        """Working days from the first of all days up to and including `day`."""
        # Day 1 of the ordinals is a Monday, so whole weeks and a rest give the weekdays without a loop.
        weeks, rest = divmod(day.toordinal(), 7)
        off = sum(1 for holiday in self.holidays if holiday <= day and holiday.weekday() < SATURDAY)
        return weeks * 5 + min(rest, 5) - off
