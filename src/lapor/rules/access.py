"""Who may do what with a report: roles, relations, and the one table of who may make which move.

An *actor* is whoever asks. What he may do depends on his *relations* to the report at hand, never on his
role alone: an agency desk is `DESK` for what its own agency (or a unit below it) holds, and nobody elsewhere.
Source: process, "Roles"; Perpres 76/2013 art. 13 and 18–20 (tiers, identity kept secret).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from lapor.rules.lifecycle import MOVES, Move, State


class Role(StrEnum):
    """What an account is trusted with at one agency."""

    NATIONAL_DESK = "national_desk"
    AGENCY_DESK = "agency_desk"
    COORDINATOR = "coordinator"
    LIAISON = "liaison"
    APPROVER = "approver"
    INSPECTORATE = "inspectorate"
    OVERSEER = "overseer"
    SYSTEM_ADMINISTRATOR = "system_administrator"


#: Who takes down what people tell at the counter, by letter or on the telephone.
RECEIVING_ROLES = (Role.NATIONAL_DESK, Role.AGENCY_DESK, Role.LIAISON, Role.INSPECTORATE)


class ActorKind(StrEnum):
    STRANGER = "stranger"
    REPORTER = "reporter"
    OFFICER = "officer"
    SYSTEM = "system"


class Relation(StrEnum):
    """How an actor stands to one report.

    `TOP` comes on top of another: his desk heads the holder's tree, so that what is not its own leaves it.
    """

    REPORTER = "reporter"
    NATIONAL = "national"
    DESK = "desk"
    UNIT = "unit"
    APPROVER = "approver"
    INSPECTORATE = "inspectorate"
    COORDINATOR = "coordinator"
    ABOVE = "above"
    OVERSEER = "overseer"
    COPIED = "copied"
    TOP = "top"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Desk:
    """One role at one agency. `path` is the agency's place in the tree, e.g. "/12/340/"."""

    role: Role
    agency_id: int
    agency_name: str
    path: str
    root_id: int
    is_inspectorate: bool = False

    def handles(self, *, is_supervisory: bool) -> bool:
        """Whether reports of this class are its matter at all, wherever they are held.

        Supervisory complaints are that of an inspectorate and of a body's own inspectors, who have no other.
        """
        return self.is_inspectorate or (self.role is Role.INSPECTORATE) is is_supervisory

    @property
    def is_top(self) -> bool:
        return self.agency_id == self.root_id


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever asks: a stranger, a reporter, an officer, or the system itself."""

    kind: ActorKind
    account_id: int | None = None
    name: str = ""
    desks: tuple[Desk, ...] = ()
    # Tracking codes opened in this session with their access code.
    unlocked: frozenset[str] = field(default_factory=frozenset)

    def has_role(self, *roles: Role) -> bool:
        return any(desk.role in roles for desk in self.desks)

    @property
    def desk(self) -> Desk | None:
        """The desk the officer works at; the first one if he has several."""
        return self.desks[0] if self.desks else None


STRANGER = Actor(ActorKind.STRANGER)
SYSTEM = Actor(ActorKind.SYSTEM)


@dataclass(frozen=True, slots=True)
class Standing:
    """The facts about a report that decide who stands how to it."""

    code: str
    holder_id: int
    holder_path: str
    coordinator_id: int | None
    reporter_account_id: int | None = None
    is_supervisory: bool = False
    copied_agency_ids: frozenset[int] = field(default_factory=frozenset)


_R = Relation
_HOLDER = frozenset({_R.NATIONAL, _R.DESK, _R.UNIT, _R.INSPECTORATE})
_HANDS = frozenset({_R.NATIONAL, _R.DESK, _R.INSPECTORATE})
_OFFICERS = _HOLDER | {_R.APPROVER, _R.COORDINATOR, _R.OVERSEER, _R.COPIED}
_REPORTER = frozenset({_R.REPORTER})
_SYSTEM = frozenset({_R.SYSTEM})

#: Who may make which move. Whoever stands in any relation to a report may read it.
WHO: dict[Move, frozenset[Relation]] = {
    Move.RECEIVE: _REPORTER | _HANDS | {_R.UNIT},
    Move.ASK: _HOLDER,
    Move.COMPLETE: _REPORTER | _HOLDER,
    Move.VERIFY: _HANDS,
    Move.ROUTE_DOWN: _HOLDER,
    Move.HAND_BACK: _HOLDER - {_R.NATIONAL},
    Move.RETURN: frozenset({_R.TOP}),
    Move.DECIDE: frozenset({_R.NATIONAL, _R.COORDINATOR}),
    Move.TRANSFER: frozenset({_R.NATIONAL, _R.COORDINATOR}),
    Move.RISE: _SYSTEM,
    Move.FOLLOW_UP: _HOLDER | {_R.APPROVER} | _SYSTEM,
    Move.REPLY: _REPORTER,
    Move.SETTLE: _HOLDER | {_R.APPROVER},
    Move.CONFIRM: _REPORTER,
    Move.CONTEST: _REPORTER,
    Move.CLOSE_BY_SILENCE: _SYSTEM,
    Move.ARCHIVE: _HANDS,
    Move.EXPIRE: _SYSTEM,
    Move.OBJECT: _REPORTER,
    Move.MERGE: frozenset({_R.NATIONAL, _R.DESK}),
    Move.WITHDRAW: _REPORTER,
    Move.LEAVE: _REPORTER,
    Move.PROPOSE: _HOLDER,
    Move.SEND_BACK: frozenset({_R.APPROVER, _R.DESK, _R.NATIONAL}),
    Move.TAKE_BACK: _HOLDER,
    Move.EXTEND: frozenset({_R.ABOVE}),
    Move.FORMALISE: _HOLDER | _REPORTER,
    Move.SET_PRIVACY: _REPORTER | _HANDS,
    Move.EDIT_PUBLIC_TEXT: _HANDS,
    Move.REVEAL_IDENTITY: _HOLDER,
    Move.RATE: _REPORTER,
    Move.NOTE: _OFFICERS - {_R.COPIED},
}


_NOBODY: frozenset[Relation] = frozenset()
_BELOW: dict[Role, Relation] = {
    Role.AGENCY_DESK: Relation.DESK,
    Role.LIAISON: Relation.UNIT,
    Role.APPROVER: Relation.APPROVER,
    Role.INSPECTORATE: Relation.INSPECTORATE,
    Role.OVERSEER: Relation.OVERSEER,
}
_WORKING = frozenset({Relation.DESK, Relation.UNIT, Relation.INSPECTORATE})


def _stands_as(desk: Desk, report: Standing) -> frozenset[Relation]:
    """How one desk of an officer stands to the report; empty where it has nothing to do with it."""
    if desk.role is Role.NATIONAL_DESK:
        return frozenset({Relation.NATIONAL})
    if not desk.handles(is_supervisory=report.is_supervisory):
        # What is supervisory is closed to all whom it may accuse, whoever holds it and however it came there.
        return _NOBODY
    held = _coordinates(desk, report) if desk.role is Role.COORDINATOR else _holds(desk, report)
    return held or _reads_copy(desk, report)


def _holds(desk: Desk, report: Standing) -> frozenset[Relation]:
    """The desk's agency, or one below it, holds the report."""
    relation = _BELOW.get(desk.role)
    if relation is None or not report.holder_path.startswith(desk.path):
        return _NOBODY
    # Over a supervisory complaint nobody of the same tree stands above whoever holds it.
    is_top = relation in _WORKING and (desk.is_top or report.is_supervisory)
    return frozenset({relation, Relation.TOP} if is_top else {relation})


def _coordinates(desk: Desk, report: Standing) -> frozenset[Relation]:
    """He watches over the holder; what came up into his own hands he works on as its desk would."""
    if report.is_supervisory:
        return _NOBODY
    if report.holder_id == desk.agency_id:
        return frozenset({Relation.COORDINATOR, Relation.DESK, Relation.TOP})
    return frozenset({Relation.COORDINATOR}) if report.coordinator_id == desk.agency_id else _NOBODY


def _reads_copy(desk: Desk, report: Standing) -> frozenset[Relation]:
    if report.is_supervisory or desk.role is Role.SYSTEM_ADMINISTRATOR:
        return _NOBODY
    return frozenset({Relation.COPIED}) if desk.agency_id in report.copied_agency_ids else _NOBODY


# Desks that, away from the agency that holds the report, stand above it.
_HIGHER = frozenset({Relation.NATIONAL, Relation.DESK, Relation.COORDINATOR})


def _relations_of(desk: Desk, report: Standing) -> frozenset[Relation]:
    """All relations of one desk: how it stands to the report, and whether that is above its holder."""
    found = _stands_as(desk, report)
    is_above = not found.isdisjoint(_HIGHER) and desk.agency_id != report.holder_id
    return found | {Relation.ABOVE} if is_above else found


def relations(actor: Actor, report: Standing) -> frozenset[Relation]:
    """Every relation in which `actor` stands to `report`; empty for a stranger."""
    if actor.kind is ActorKind.SYSTEM:
        return frozenset({Relation.SYSTEM})
    found = {relation for desk in actor.desks for relation in _relations_of(desk, report)}
    owns = actor.account_id is not None and actor.account_id == report.reporter_account_id
    if owns or report.code in actor.unlocked:
        found.add(Relation.REPORTER)
    return frozenset(found)


def may(move: Move, having: Iterable[Relation]) -> bool:
    """True if one of the relations carries the move."""
    return not WHO[move].isdisjoint(having)


def allowed_moves(state: State, having: Iterable[Relation]) -> tuple[Move, ...]:
    """The moves that start in `state` and that these relations may make, in the order of the law."""
    having = frozenset(having)
    return tuple(move for move, rule in MOVES.items() if state in rule.sources and may(move, having))


def acting_desk(actor: Actor, report: Standing, move: Move) -> Desk | None:
    """The desk for which an officer makes this move, of those that carry it.

    That of the holder if it is one of them, else the one he was given first.
    """
    able = [desk for desk in actor.desks if may(move, _relations_of(desk, report))]
    return next((desk for desk in able if desk.agency_id == report.holder_id), able[0] if able else None)
