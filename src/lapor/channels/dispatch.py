"""Sends what is due: claims, words, addresses, sends, writes down what came of it."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime

from lapor.channels.email.channel import EmailChannel
from lapor.channels.message import Message, OutgoingChannel
from lapor.queries.messages.addressees import Addressee, addressees_of
from lapor.queries.messages.notice_content import NoticeContent, notice_contents
from lapor.rules.access import SYSTEM
from lapor.rules.attempts import OWN_MOVE_LETTERS
from lapor.rules.deliveries import Delivery, DeliveryOutcome
from lapor.rules.notices import NoticeState
from lapor.steps.accounts.count_attempt import count_attempt
from lapor.steps.messages.claim import ClaimedNotice, claim_notices
from lapor.steps.messages.mark_delivery import mark_delivery

CHANNELS: tuple[OutgoingChannel, ...] = (EmailChannel(),)
BATCH = 20

logger = logging.getLogger(__name__)
Clock = Callable[[], datetime]


def deliver_due(*, clock: Clock, channels: Sequence[OutgoingChannel] = CHANNELS, limit: int = BATCH) -> int:
    """Tries to send at most `limit` due notices; how many it took. 0 means that nothing is due."""
    by_code = {channel.code: channel for channel in channels}
    claimed = claim_notices(channels=by_code, limit=limit, now=clock())
    ids = [one.notice_id for one in claimed]
    contents, addressees = (notice_contents(ids), addressees_of(ids)) if ids else ({}, {})
    for code, channel in by_code.items():
        of_channel = [one for one in claimed if one.channel is code]
        _deliver(channel, of_channel, contents, addressees, clock)
    return len(claimed)


def _deliver(
    channel: OutgoingChannel,
    claimed: Sequence[ClaimedNotice],
    contents: dict[int, NoticeContent],
    addressees: dict[int, Addressee],
    clock: Clock,
) -> None:
    ready: list[tuple[ClaimedNotice, Message]] = []
    for one in claimed:
        address = channel.address_of(addressees.get(one.notice_id, Addressee()))
        content = contents.get(one.notice_id)
        if not address:
            _mark(one, Delivery(DeliveryOutcome.NO_ADDRESS), "", None, clock)
        elif content is None:
            _mark(one, Delivery(DeliveryOutcome.TRY_AGAIN, "no text for this notice"), address, None, clock)
        elif content.is_own_move and not _has_room(one, address, clock):
            _mark(one, Delivery(DeliveryOutcome.WITHHELD), address, content.template_version, clock)
        else:
            ready.append((one, Message(address, content)))
    answers = channel.send(message for _, message in ready)
    for (one, message), delivery in zip(ready, answers, strict=True):
        _mark(one, delivery, message.address, message.content.template_version, clock)


def _has_room(one: ClaimedNotice, address: str, clock: Clock) -> bool:
    """Whether this address may get one more letter today that nobody but its reporter has brought about.

    Anybody can leave anybody's address with a report; one letter is counted once, however often it is tried.
    """
    return one.attempt > 1 or count_attempt(
        actor=SYSTEM, allowance=OWN_MOVE_LETTERS, place=address.lower(), now=clock()
    )


def _mark(
    one: ClaimedNotice, delivery: Delivery, address: str, template_version: int | None, clock: Clock
) -> None:
    state = mark_delivery(
        claimed=one, delivery=delivery, address=address, template_version=template_version, now=clock()
    )
    if state is NoticeState.FAILED:
        logger.warning(
            "notice %s failed for good after %s attempts over %s", one.notice_id, one.attempt, one.channel
        )
