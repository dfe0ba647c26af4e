"""Writes down what came of an attempt to send a notice."""

from datetime import datetime

from django.db import transaction

from lapor.records.messages.notice import Notice, NoticeReceipt
from lapor.rules.deliveries import Delivery, DeliveryOutcome, verdict
from lapor.rules.disclosure import masked
from lapor.rules.notices import NoticeState
from lapor.steps.messages.claim import ClaimedNotice

_LONGEST_ANSWER = 300


def mark_delivery(
    *,
    claimed: ClaimedNotice,
    delivery: Delivery,
    address: str,
    template_version: int | None,
    now: datetime,
) -> NoticeState | None:
    """The state of the notice now; None if its claim had run out and another worker has it.

    The receipt is kept in any case: the attempt was made. The address is kept masked.
    """
    what = verdict(delivery.outcome, claimed.attempt)
    is_sent = what.state is NoticeState.SENT
    with transaction.atomic():
        ours = Notice.objects.filter(
            pk=claimed.notice_id, state=NoticeState.SENDING, attempts=claimed.attempt
        ).update(
            state=what.state,
            send_after=now + what.wait,
            sent_at=now if is_sent else None,
            template_version=template_version,
        )
        NoticeReceipt.objects.create(
            notice_id=claimed.notice_id,
            at=now,
            is_success=delivery.outcome is DeliveryOutcome.ACCEPTED,
            to_masked=masked(address)[:120],
            answer=delivery.answer[:_LONGEST_ANSWER],
        )
    return what.state if ours else None
