"""The reporter rates the handling of his closed report."""

from datetime import datetime

from lapor.rules.access import Actor
from lapor.rules.kinds import Audience, Outcome
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Refused
from lapor.steps._open import open_report
from lapor.steps._record import Said, record
from lapor.steps._words import limited


def rate_report(
    *, actor: Actor, code: str, rating: int, outcome: Outcome, words: str = "", now: datetime
) -> None:
    """`rating` 1 to 5. Once, within 30 days of closing."""
    if not 1 <= rating <= 5:
        raise Refused("rating_out_of_range", "rating")
    words = limited(words, "words")
    with open_report(actor, Move.RATE, code) as opened:
        said = Said(
            note=words, audience=Audience.REPORTER, details={"rating": rating, "outcome": outcome.value}
        )
        changes = {"rating": rating, "outcome": outcome, "rating_text": words}
        record(opened, Move.RATE, now=now, said=said, changes=changes)
