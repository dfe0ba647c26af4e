"""What an attempt makes of a notice: bounded, and with a final word."""

from datetime import timedelta

import pytest

from lapor.rules.deliveries import DeliveryOutcome, verdict
from lapor.rules.notices import MAX_ATTEMPTS, RETRY_AFTER_SECONDS, NoticeState


@pytest.mark.parametrize(
    ("outcome", "attempt", "state"),
    [
        (DeliveryOutcome.ACCEPTED, 1, NoticeState.SENT),
        (DeliveryOutcome.ACCEPTED, MAX_ATTEMPTS + 3, NoticeState.SENT),
        (DeliveryOutcome.REFUSED, 1, NoticeState.FAILED),
        (DeliveryOutcome.NO_ADDRESS, 1, NoticeState.SKIPPED),
        (DeliveryOutcome.TRY_AGAIN, 1, NoticeState.PENDING),
        (DeliveryOutcome.TRY_AGAIN, MAX_ATTEMPTS - 1, NoticeState.PENDING),
        (DeliveryOutcome.TRY_AGAIN, MAX_ATTEMPTS, NoticeState.FAILED),
        (DeliveryOutcome.TRY_AGAIN, MAX_ATTEMPTS + 9, NoticeState.FAILED),
    ],
)
def test_verdict(outcome: DeliveryOutcome, attempt: int, state: NoticeState) -> None:
    assert verdict(outcome, attempt).state is state


def test_the_waiting_grows_and_ends() -> None:
    waits = [verdict(DeliveryOutcome.TRY_AGAIN, attempt).wait for attempt in range(1, MAX_ATTEMPTS)]
    assert waits == [timedelta(seconds=seconds) for seconds in RETRY_AFTER_SECONDS]
    assert waits == sorted(waits)
