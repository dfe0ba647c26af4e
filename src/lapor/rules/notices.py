"""Who is told what about a move: template codes by move and recipient.

A notice is for the reporter (through the door he came by), for the officers who hold the report now, or for
those of an agency that was given a copy.
Templates are dated, versioned text in the database; the codes here name them.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from lapor.rules.lifecycle import Move


class Recipient(StrEnum):
    REPORTER = "reporter"
    HOLDER = "holder"
    APPROVER = "approver"
    COPIED = "copied"
    ABOVE = "above"
    AUTHOR = "author"


class NoticeChannel(StrEnum):
    """The ways out that exist today; a further door registers itself in `channels/`."""

    PAGE = "page"
    EMAIL = "email"


class NoticeState(StrEnum):
    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    SKIPPED = "skipped"


class Reminder(StrEnum):
    """Notices that follow from a clock instead of a move."""

    COMPLETION_7 = "remind_completion_7"
    COMPLETION_2 = "remind_completion_2"
    CONFIRMATION_3 = "remind_confirmation_3"


@dataclass(frozen=True, slots=True)
class Telling:
    """Who is told with which words.

    The day they name is the last one of the clock that the report shows; `of_finish`: of its finish clock.
    """

    recipient: Recipient
    template: str
    of_finish: bool = False


def _both(move: Move) -> tuple[Telling, ...]:
    return (_reporter(move), _holder(move))


def _reporter(move: Move) -> Telling:
    return Telling(Recipient.REPORTER, f"reporter_{move.value}")


def _holder(move: Move) -> Telling:
    return Telling(Recipient.HOLDER, f"holder_{move.value}")


TELLINGS: dict[Move, tuple[Telling, ...]] = {
    Move.RECEIVE: _both(Move.RECEIVE),
    Move.ASK: (_reporter(Move.ASK),),
    Move.COMPLETE: (_holder(Move.COMPLETE),),
    Move.VERIFY: (*_both(Move.VERIFY), Telling(Recipient.COPIED, "copied_verify")),
    Move.ROUTE_DOWN: _both(Move.ROUTE_DOWN),
    Move.HAND_BACK: _both(Move.HAND_BACK),
    Move.RETURN: _both(Move.RETURN),
    Move.DECIDE: _both(Move.DECIDE),
    Move.TRANSFER: _both(Move.TRANSFER),
    Move.RISE: _both(Move.RISE),
    Move.FOLLOW_UP: (_reporter(Move.FOLLOW_UP),),
    Move.REPLY: (_holder(Move.REPLY),),
    Move.SETTLE: (_reporter(Move.SETTLE),),
    Move.CONFIRM: (_holder(Move.CONFIRM),),
    Move.CONTEST: _both(Move.CONTEST),
    Move.CLOSE_BY_SILENCE: _both(Move.CLOSE_BY_SILENCE),
    Move.ARCHIVE: _both(Move.ARCHIVE),
    Move.EXPIRE: _both(Move.EXPIRE),
    Move.OBJECT: _both(Move.OBJECT),
    Move.MERGE: _both(Move.MERGE),
    Move.WITHDRAW: _both(Move.WITHDRAW),
    Move.LEAVE: _both(Move.LEAVE),
    Move.SEND_BACK: (_holder(Move.SEND_BACK),),
    Move.EXTEND: tuple(replace(telling, of_finish=True) for telling in _both(Move.EXTEND)),
    Move.FORMALISE: _both(Move.FORMALISE),
    Move.SET_PRIVACY: _both(Move.SET_PRIVACY),
    Move.REVEAL_IDENTITY: (_reporter(Move.REVEAL_IDENTITY),),
    Move.RATE: (_holder(Move.RATE),),
    Move.NOTE: (_holder(Move.NOTE),),
}

# Of a draft those are told whom it concerns, which the move alone does not say.
DRAFT_WAITS = Telling(Recipient.APPROVER, "approver_propose")
EXTENSION_WAITS = Telling(Recipient.ABOVE, "above_propose", of_finish=True)
DRAFT_SENT = Telling(Recipient.AUTHOR, "author_sent")
DRAFT_LAPSED = Telling(Recipient.AUTHOR, "author_lapsed")

# What an e-mail about a secret report says instead: number and link, nothing of what happened.
SECRET_TEMPLATE = "any_secret"  # noqa: S105 - a secret report, no password

# Bounded retry: seconds to wait after the first, second … failed attempt; after the last one it is final.
RETRY_AFTER_SECONDS = (60, 300, 1800, 7200, 43200)
MAX_ATTEMPTS = len(RETRY_AFTER_SECONDS) + 1


def tellings(move: Move) -> tuple[Telling, ...]:
    """Who is told about `move`, and with which template; empty where nobody needs to be."""
    return TELLINGS.get(move, ())


def template_codes() -> tuple[str, ...]:
    """Every template the system needs, for loading defaults and for the test that none is missing."""
    codes = {telling.template for tellings_of in TELLINGS.values() for telling in tellings_of}
    codes |= {telling.template for telling in (DRAFT_WAITS, EXTENSION_WAITS, DRAFT_SENT, DRAFT_LAPSED)}
    return tuple(sorted(codes | {reminder.value for reminder in Reminder} | {SECRET_TEMPLATE}))
