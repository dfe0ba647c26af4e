"""What came of an attempt to send a notice, and what follows from it."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from lapor.rules.notices import MAX_ATTEMPTS, RETRY_AFTER_SECONDS, NoticeState

# Whoever claimed a notice and said nothing for so long is dead: another worker takes it.
CLAIM_LASTS = timedelta(minutes=10)


class DeliveryOutcome(StrEnum):
    """How a provider answered."""

    ACCEPTED = "accepted"
    # It may work later: the provider is down, busy, or misconfigured on our side.
    TRY_AGAIN = "try_again"
    # It will never work: the address does not exist.
    REFUSED = "refused"
    # There is no address (any more) to send it to.
    NO_ADDRESS = "no_address"
    # The address has had enough letters of this sort today.
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One attempt; `answer` is what the provider said, without the address."""

    outcome: DeliveryOutcome
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state of a notice after an attempt, and how long to wait for the next one, if there is one."""

    state: NoticeState
    wait: timedelta = timedelta()


def verdict(outcome: DeliveryOutcome, attempt: int) -> Verdict:
    """What attempt number `attempt` (the first is 1) makes of the notice."""
    if outcome is DeliveryOutcome.ACCEPTED:
        return Verdict(NoticeState.SENT)
    if outcome in (DeliveryOutcome.NO_ADDRESS, DeliveryOutcome.WITHHELD):
        return Verdict(NoticeState.SKIPPED)
    if outcome is DeliveryOutcome.REFUSED or attempt >= MAX_ATTEMPTS:
        return Verdict(NoticeState.FAILED)
    return Verdict(NoticeState.PENDING, timedelta(seconds=RETRY_AFTER_SECONDS[attempt - 1]))
