"""Sends notices over the mail server of the settings (or into a folder, in the demo)."""

import logging
import re
import smtplib
from collections.abc import Iterable, Iterator
from time import monotonic

from django.core.exceptions import ValidationError
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.core.validators import validate_email

from lapor.channels.email.letter import letter
from lapor.channels.message import Message
from lapor.queries.messages.addressees import Addressee
from lapor.rules.deliveries import CLAIM_LASTS, Delivery, DeliveryOutcome
from lapor.rules.notices import NoticeChannel

logger = logging.getLogger(__name__)
_ADDRESS = re.compile(r"<?[^\s<>]+@[^\s<>]+>?")
_PERMANENT = 500
_PATIENCE = CLAIM_LASTS.total_seconds() / 2
# 530 to 539: the server does not know us; 5.7.x: it does not want us. Neither is the person's fault.
_NOT_THE_ADDRESS = re.compile(r"\b5\.7\.\d")


class EmailChannel:
    """One connection for a batch."""

    code = NoticeChannel.EMAIL

    def address_of(self, addressee: Addressee) -> str:
        return addressee.email

    def send(self, messages: Iterable[Message]) -> Iterator[Delivery]:
        connection: BaseEmailBackend = get_connection(fail_silently=False)
        broken: Delivery | None = None
        until = monotonic() + _PATIENCE
        try:
            for message in messages:
                answer = broken or _sent(connection, message)
                if (
                    answer.outcome is DeliveryOutcome.TRY_AGAIN
                    and broken is None
                    and not _is_alive(connection)
                ):
                    broken = answer
                elif monotonic() > until:
                    broken = broken or Delivery(DeliveryOutcome.TRY_AGAIN, "too slow for the whole batch")
                yield answer
        finally:
            _close(connection)


def _sent(connection: BaseEmailBackend, message: Message) -> Delivery:
    try:
        validate_email(message.address)
        mail = letter(message)
        mail.message()
    except (ValidationError, ValueError) as error:  # an address or subject that no mail can carry
        return Delivery(DeliveryOutcome.REFUSED, type(error).__name__)
    try:
        connection.open()
        connection.send_messages([mail])
    except smtplib.SMTPRecipientsRefused as error:
        code, words = next(iter(error.recipients.values()))
        return _answered(code, words)
    except smtplib.SMTPDataError as error:
        return _answered(error.smtp_code, error.smtp_error)
    except (smtplib.SMTPException, OSError) as error:
        _close(connection)
        return Delivery(DeliveryOutcome.TRY_AGAIN, _without_addresses(f"{type(error).__name__} {error}"))
    return Delivery(DeliveryOutcome.ACCEPTED)


def _answered(code: int, words: bytes | str) -> Delivery:
    """What the server said to this letter, while it stays connected."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    is_final = code >= _PERMANENT and not 530 <= code <= 539 and not _NOT_THE_ADDRESS.search(text)
    outcome = DeliveryOutcome.REFUSED if is_final else DeliveryOutcome.TRY_AGAIN
    return Delivery(outcome, _without_addresses(f"{code} {text}"))


def _without_addresses(answer: str) -> str:
    return _ADDRESS.sub("<…>", " ".join(answer.split()))


def _is_alive(connection: BaseEmailBackend) -> bool:
    """Whether the server still answers after it did not take a letter."""
    smtp = getattr(connection, "connection", None)
    if smtp is None:
        return False
    try:
        return bool(smtp.noop()[0] == 250)
    except (smtplib.SMTPException, OSError):
        return False


def _close(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except (smtplib.SMTPException, OSError) as error:
        logger.info("mail connection did not close: %s", type(error).__name__)
