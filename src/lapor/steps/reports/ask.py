"""Asks the reporter for something that is missing (tunda)."""

from datetime import datetime

from lapor.rules.access import Actor
from lapor.rules.kinds import Audience
from lapor.rules.lifecycle import Move
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import required


def ask_reporter(*, actor: Actor, code: str, question: str, now: datetime) -> None:
    """The report waits for the reporter; the holder's clocks pause. Raises Refused without a question."""
    question = required(question, "question")
    with open_report(actor, Move.ASK, code) as opened:
        record(opened, Move.ASK, now=now, said=Said(note=question, audience=Audience.REPORTER))
