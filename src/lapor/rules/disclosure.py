"""What may be shown to whom: identities, content, places and masked values.

Source: Perpres 76/2013 art. 13 (identity secret); UU 27/2022; own rules named in `docs/process/`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from lapor.rules.access import Relation
from lapor.rules.kinds import Audience, PlacePrecision
from lapor.rules.lifecycle import Move

# An identity opened by reveal stays readable for that officer this long, then the reason is asked again.
REVEAL_LASTS = timedelta(hours=8)
MIN_REASON_LENGTH = 10

# What a reporter hands in with these may be released to everybody, file by file.
RELEASABLE = frozenset({Move.RECEIVE, Move.COMPLETE, Move.REPLY})

_MASK = "•"
_CODE_LENGTH = {
    PlacePrecision.PROVINCE: 2,
    PlacePrecision.REGENCY: 5,
    PlacePrecision.DISTRICT: 8,
    PlacePrecision.VILLAGE: 13,
    PlacePrecision.POINT: 13,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedFiles:
    """Of the files that the officer was `shown`, those for everybody; the others go back to the reporter."""

    public: tuple[UUID, ...] = ()
    shown: tuple[UUID, ...] = ()

    def taken_back(self) -> "ReleasedFiles":
        """The same files, none of them for everybody."""
        return ReleasedFiles(shown=self.shown + self.public)


NO_FILES = ReleasedFiles()


def may_reveal(having: Iterable[Relation], *, is_anonymous: bool) -> bool:
    """True if the identity may be opened with a reason.

    The holder may open a named reporter's identity; an anonymous reporter's only the national desk.
    """
    having = frozenset(having)
    if is_anonymous:
        return Relation.NATIONAL in having
    return not having.isdisjoint(
        {Relation.NATIONAL, Relation.DESK, Relation.UNIT, Relation.INSPECTORATE},
    )


def audiences_for(having: Iterable[Relation]) -> frozenset[Audience]:
    """The events and attachments these relations may read."""
    having = frozenset(having)
    if having - {Relation.REPORTER}:
        return frozenset(Audience)
    if Relation.REPORTER in having:
        return frozenset({Audience.PUBLIC, Audience.REPORTER})
    return frozenset({Audience.PUBLIC})


def public_region(code: str, precision: PlacePrecision) -> str:
    """The region code the public learns: `code` cut to the released precision ("13.72.01" and so on)."""
    return code[: _CODE_LENGTH[precision]]


def may_set_privacy(*, by_reporter: bool, was: tuple[bool, bool], becomes: tuple[bool, bool]) -> bool:
    """The reporter decides freely; the desk may only go towards more privacy. Pairs: (anonymous, secret)."""
    if by_reporter:
        return True
    return all(new or not old for old, new in zip(was, becomes, strict=True))


def may_know_file_name(*, by_officer: bool, from_officer: bool, is_anonymous: bool) -> bool:
    """People put their names into names of files: an anonymous reporter's are told to no officer."""
    return from_officer or not (by_officer and is_anonymous)


def masked(value: str) -> str:
    """A value so that its owner recognises it and nobody else learns it: "081•••••890", "b•••@g•••.com"."""
    if "@" in value:
        name, _, host = value.partition("@")
        domain, dot, top = host.partition(".")
        return f"{name[:1]}{_MASK * 3}@{domain[:1]}{_MASK * 3}{dot}{top}"
    if len(value) < 5:
        return _MASK * len(value)
    keep = 3 if len(value) >= 9 else 1
    return value[:keep] + _MASK * (len(value) - 2 * keep) + value[-keep:]


def is_masked(value: str) -> bool:
    """True if `value` carries our mask: such a value from a form is never written back."""
    return _MASK in value


def unmasked(typed: str, stored: str) -> str | None:
    """What a form meant that showed `stored` masked: left as it was, or written anew.

    None where only a part of the mask was changed: what stands behind the rest nobody can have meant.
    """
    if not is_masked(typed):
        return typed
    return stored if typed == masked(stored) else None
