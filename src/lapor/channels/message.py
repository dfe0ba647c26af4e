"""What every way out has in common: a message, an address for it, and an answer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from lapor.queries.messages.addressees import Addressee
from lapor.queries.messages.notice_content import NoticeContent
from lapor.rules.deliveries import Delivery
from lapor.rules.notices import NoticeChannel


@dataclass(frozen=True, slots=True)
class Message:
    """The words for one person, and where to."""

    address: str
    content: NoticeContent


class OutgoingChannel(Protocol):
    """A way out. A new one is a folder of its own and a line in `dispatch.CHANNELS`."""

    @property
    def code(self) -> NoticeChannel:
        """What notices call it."""
        ...

    def address_of(self, addressee: Addressee) -> str:
        """Where this channel reaches the person; "" if it doesn't."""
        ...

    def send(self, messages: Iterable[Message]) -> Iterator[Delivery]:
        """One answer per message, in order, each as soon as it is known; it never raises.

        After half of CLAIM_LASTS, and where the provider can't be reached, the rest of the batch is to be
        tried again without asking.
        """
        ...
