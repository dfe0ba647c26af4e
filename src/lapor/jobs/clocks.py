"""What happens when a clock ends, or is about to: report by report, so that one never holds up the rest."""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

from django.db import InterfaceError, OperationalError

from lapor.queries.reports.due import DueReminder, reminders_due, reports_due, unapproved_first_answers
from lapor.queries.reports.unattended import unattended_reports
from lapor.rules.access import SYSTEM
from lapor.rules.conditions import MoveHindered
from lapor.rules.deadlines import Clock
from lapor.rules.lifecycle import MoveNotAllowed, State
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.steps.messages.remind import remind_reporter
from lapor.steps.reports.approve import approve_proposal
from lapor.steps.reports.close_by_silence import close_by_silence
from lapor.steps.reports.expire import expire_report
from lapor.steps.reports.rise import rise_report

logger = logging.getLogger(__name__)
Thing = TypeVar("Thing", str, DueReminder)
# Somebody was first: the reporter answered, an officer approved.
_OVERTAKEN = (Refused, NotFound, Forbidden, MoveNotAllowed, MoveHindered)


def close_silent_reports(now: datetime) -> int:
    """Closes settled reports whose reporter kept silent; how many."""
    due = reports_due(Clock.CONFIRMATION, State.SETTLED, now=now)
    return _each(due, lambda code: close_by_silence(code=code, now=now))


def expire_unanswered_reports(now: datetime) -> int:
    """Archives reports whose reporter did not give what was asked for; how many."""
    due = reports_due(Clock.COMPLETION, State.INCOMPLETE, now=now)
    return _each(due, lambda code: expire_report(code=code, now=now))


def rise_unattended_reports(now: datetime) -> int:
    """Takes reports up from agencies where nobody can work on them; how many."""
    return _each(unattended_reports(now=now), lambda code: rise_report(code=code, now=now))


def approve_waiting_answers(now: datetime) -> int:
    """Sends first answers whose approval is missing for more than a working day; how many."""
    return _each(
        unapproved_first_answers(now=now), lambda code: approve_proposal(actor=SYSTEM, code=code, now=now)
    )


def remind_reporters(now: datetime) -> int:
    """Reminds reporters whose clock runs out; how many were due, reminded before or not."""
    return _each(
        reminders_due(now=now), lambda due: remind_reporter(code=due.code, reminder=due.reminder, now=now)
    )


def _each(things: Iterable[Thing], act: Callable[[Thing], object]) -> int:
    done = 0
    # Gathered first: acting changes what the query finds.
    for thing in list(things):
        try:
            act(thing)
        except _OVERTAKEN:
            continue
        except (OperationalError, InterfaceError):  # the database is away: all of it is tried again
            raise
        except Exception:
            logger.exception("timed step failed for %s", thing if isinstance(thing, str) else thing.code)
            continue
        done += 1
    return done
