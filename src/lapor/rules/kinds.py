"""The words of a report: its kind, its door, its privacy, why it was archived and how it was rated.

Stored values are readable lower-case English words; Indonesian labels live in `ui/labels.py`.
"""

from enum import StrEnum


class Kind(StrEnum):
    """What the reporter wants (PermenPANRB 62/2018)."""

    COMPLAINT = "complaint"
    ASPIRATION = "aspiration"
    INFORMATION_REQUEST = "information_request"


class Door(StrEnum):
    """How a report came in. Further doors are added by their channel folder."""

    WEB = "web"
    COUNTER = "counter"
    LETTER = "letter"
    TELEPHONE = "telephone"


OFFICER_DOORS = frozenset({Door.COUNTER, Door.LETTER, Door.TELEPHONE})


class ArchiveReason(StrEnum):
    """Why a report is not handled; each is explained to the reporter in words."""

    NOT_PUBLIC_SERVICE = "not_public_service"
    NOT_UNDERSTANDABLE = "not_understandable"
    ALREADY_REPORTED = "already_reported"
    WITHDRAWN = "withdrawn"
    NO_ANSWER = "no_answer"
    COMPETENT_BODY_OUTSIDE = "competent_body_outside"
    ABUSIVE = "abusive"
    SPAM = "spam"


# What an officer may choose; the others follow from a move of their own.
OFFICER_ARCHIVE_REASONS = (
    ArchiveReason.NOT_PUBLIC_SERVICE,
    ArchiveReason.NOT_UNDERSTANDABLE,
    ArchiveReason.ALREADY_REPORTED,
    ArchiveReason.COMPETENT_BODY_OUTSIDE,
    ArchiveReason.ABUSIVE,
    ArchiveReason.SPAM,
)


def archive_reasons(*, is_withdrawn: bool) -> tuple[ArchiveReason, ...]:
    """What an officer may choose; what its reporter has left is archived as that, whatever else it is."""
    return (ArchiveReason.WITHDRAWN,) if is_withdrawn else OFFICER_ARCHIVE_REASONS


class Outcome(StrEnum):
    """What the reporter says of the result when he rates it."""

    SOLVED = "solved"
    PARTLY = "partly"
    NOT_SOLVED = "not_solved"


class Audience(StrEnum):
    """Who may read an event or an attachment, from widest to narrowest."""

    PUBLIC = "public"
    REPORTER = "reporter"
    OFFICERS = "officers"


class PlacePrecision(StrEnum):
    """How exactly the public learns the place of a report; the verifying officer decides."""

    POINT = "point"
    VILLAGE = "village"
    DISTRICT = "district"
    REGENCY = "regency"
    PROVINCE = "province"


class ProposalKind(StrEnum):
    """What waits for the approval of somebody else."""

    FOLLOW_UP = "follow_up"
    SETTLEMENT = "settlement"
    EXTENSION = "extension"


class ProposalState(StrEnum):
    PENDING = "pending"
    APPROVED = "approved"
    SENT_BACK = "sent_back"
    TAKEN_BACK = "taken_back"
    LAPSED = "lapsed"
