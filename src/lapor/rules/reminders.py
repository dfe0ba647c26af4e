"""When the reporter is reminded of his own clocks (process: 7 and 2 days, 3 working days before the end)."""

from lapor.rules.deadlines import Clock
from lapor.rules.notices import Reminder

# By clock, in its own days before its last day, the last reminder first.
REMINDERS: dict[Clock, tuple[tuple[int, Reminder], ...]] = {
    Clock.COMPLETION: ((2, Reminder.COMPLETION_2), (7, Reminder.COMPLETION_7)),
    Clock.CONFIRMATION: ((3, Reminder.CONFIRMATION_3),),
}


def reminder_due(clock: Clock, *, days_left: int, days_run: int) -> Reminder | None:
    """The reminder that is due with so many days left, None before the first one and on the last day.

    Who was only just asked is not reminded at once; who was missed by one reminder gets the next one only.
    """
    if days_left < 1 or days_run < 1:
        return None
    return next((reminder for days, reminder in REMINDERS.get(clock, ()) if days_left <= days), None)
