"""What an attempt makes of a notice: bounded, and with a final word."""

from datetime import timedelta

import pytest

from lapor.rules.deliveries import Outcome, verdict
from lapor.rules.notices import MAX_ATTEMPTS, RETRY_AFTER_SECONDS, NoticeState


@pytest.mark.parametrize(
    ("outcome", "attempt", "state"),
    [
        (Outcome.ACCEPTED, 1, NoticeState.SENT),
        (Outcome.ACCEPTED, MAX_ATTEMPTS + 3, NoticeState.SENT),
        (Outcome.REFUSED, 1, NoticeState.FAILED),
        (Outcome.NO_ADDRESS, 1, NoticeState.SKIPPED),
        (Outcome.TRY_AGAIN, 1, NoticeState.PENDING),
        (Outcome.TRY_AGAIN, MAX_ATTEMPTS - 1, NoticeState.PENDING),
        (Outcome.TRY_AGAIN, MAX_ATTEMPTS, NoticeState.FAILED),
        (Outcome.TRY_AGAIN, MAX_ATTEMPTS + 9, NoticeState.FAILED),
    ],
)
def test_verdict(outcome: Outcome, attempt: int, state: NoticeState) -> None:
    assert verdict(outcome, attempt).state is state


def test_the_waiting_grows_and_ends() -> None:
    waits = [verdict(Outcome.TRY_AGAIN, attempt).wait for attempt in range(1, MAX_ATTEMPTS)]
    assert waits == [timedelta(seconds=seconds) for seconds in RETRY_AFTER_SECONDS]
    assert waits == sorted(waits)
