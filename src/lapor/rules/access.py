"""Who may do what with a report: roles, relations, and the one permission matrix.

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
    """How an actor stands to one report."""

    REPORTER = "reporter"
    NATIONAL = "national"
    DESK = "desk"
    UNIT = "unit"
    APPROVER = "approver"
    INSPECTORATE = "inspectorate"
    COORDINATOR = "coordinator"
    OVERSEER = "overseer"
    COPIED = "copied"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Desk:
    """One role at one agency. `path` is the agency's place in the tree, e.g. "/12/340/"."""

    role: Role
    agency_id: int
    agency_name: str
    path: str
    root_id: int


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
    is_shielded: bool = False
    copied_agency_ids: frozenset[int] = field(default_factory=frozenset)


class Permission(StrEnum):
    """What one may be allowed to do. Every move is a permission of the same name."""

    READ = "read"
    READ_INTERNAL = "read_internal"
    RECEIVE = "receive"
    ASK = "ask"
    COMPLETE = "complete"
    VERIFY = "verify"
    ROUTE_DOWN = "route_down"
    HAND_BACK = "hand_back"
    RETURN = "return"
    DECIDE = "decide"
    TRANSFER = "transfer"
    RISE = "rise"
    FOLLOW_UP = "follow_up"
    REPLY = "reply"
    SETTLE = "settle"
    CONFIRM = "confirm"
    CONTEST = "contest"
    CLOSE_BY_SILENCE = "close_by_silence"
    ARCHIVE = "archive"
    EXPIRE = "expire"
    OBJECT = "object"
    MERGE = "merge"
    WITHDRAW = "withdraw"
    PROPOSE = "propose"
    SEND_BACK = "send_back"
    EXTEND = "extend"
    FORMALISE = "formalise"
    SET_PRIVACY = "set_privacy"
    EDIT_PUBLIC_TEXT = "edit_public_text"
    REVEAL_IDENTITY = "reveal_identity"
    RATE = "rate"
    NOTE = "note"


_R = Relation
_HOLDER = frozenset({_R.NATIONAL, _R.DESK, _R.UNIT, _R.INSPECTORATE})
_HANDS = frozenset({_R.NATIONAL, _R.DESK, _R.INSPECTORATE})
_OFFICERS = _HOLDER | {_R.APPROVER, _R.COORDINATOR, _R.OVERSEER, _R.COPIED}
_REPORTER = frozenset({_R.REPORTER})
_SYSTEM = frozenset({_R.SYSTEM})

MATRIX: dict[Permission, frozenset[Relation]] = {
    Permission.READ: _OFFICERS | _REPORTER | _SYSTEM,
    Permission.READ_INTERNAL: _OFFICERS | _SYSTEM,
    Permission.RECEIVE: _REPORTER | _HANDS | {_R.UNIT},
    Permission.ASK: _HOLDER,
    Permission.COMPLETE: _REPORTER | _HANDS,
    Permission.VERIFY: frozenset({_R.NATIONAL, _R.DESK}),
    Permission.ROUTE_DOWN: _HOLDER,
    Permission.HAND_BACK: frozenset({_R.UNIT, _R.INSPECTORATE}),
    Permission.RETURN: frozenset({_R.DESK, _R.INSPECTORATE}),
    Permission.DECIDE: frozenset({_R.NATIONAL, _R.COORDINATOR}),
    Permission.TRANSFER: frozenset({_R.NATIONAL, _R.COORDINATOR}),
    Permission.RISE: _SYSTEM,
    Permission.FOLLOW_UP: _HOLDER | {_R.APPROVER} | _SYSTEM,
    Permission.REPLY: _REPORTER,
    Permission.SETTLE: _HOLDER | {_R.APPROVER},
    Permission.CONFIRM: _REPORTER,
    Permission.CONTEST: _REPORTER,
    Permission.CLOSE_BY_SILENCE: _SYSTEM,
    Permission.ARCHIVE: frozenset({_R.NATIONAL, _R.DESK}),
    Permission.EXPIRE: _SYSTEM,
    Permission.OBJECT: _REPORTER,
    Permission.MERGE: frozenset({_R.NATIONAL, _R.DESK}),
    Permission.WITHDRAW: _REPORTER,
    Permission.PROPOSE: _HOLDER,
    Permission.SEND_BACK: frozenset({_R.APPROVER, _R.DESK, _R.NATIONAL, _R.COORDINATOR}),
    Permission.EXTEND: frozenset({_R.DESK, _R.NATIONAL, _R.COORDINATOR}),
    Permission.FORMALISE: _HOLDER | _REPORTER,
    Permission.SET_PRIVACY: _REPORTER | {_R.NATIONAL, _R.DESK},
    Permission.EDIT_PUBLIC_TEXT: frozenset({_R.NATIONAL, _R.DESK}),
    Permission.REVEAL_IDENTITY: _HOLDER,
    Permission.RATE: _REPORTER,
    Permission.NOTE: _OFFICERS - {_R.COPIED},
}


def _stands_as(desk: Desk, report: Standing) -> Relation | None:
    """How one desk of an officer stands to the report; None where it has nothing to do with it."""
    if desk.role is Role.NATIONAL_DESK:
        return Relation.NATIONAL
    holds = report.holder_path.startswith(desk.path)
    if report.is_shielded:
        # A supervisory complaint at the inspectorate is closed to the offices it may accuse.
        return Relation.INSPECTORATE if holds and desk.role is Role.INSPECTORATE else None
    if desk.role is Role.COORDINATOR:
        # He coordinates the holder, or holds the report himself because it is in dispute.
        mine = desk.agency_id in (report.coordinator_id, report.holder_id)
        return Relation.COORDINATOR if mine else None
    return _BELOW.get(desk.role) if holds else None


_BELOW: dict[Role, Relation] = {
    Role.AGENCY_DESK: Relation.DESK,
    Role.LIAISON: Relation.UNIT,
    Role.APPROVER: Relation.APPROVER,
    Role.INSPECTORATE: Relation.INSPECTORATE,
    Role.OVERSEER: Relation.OVERSEER,
}


def relations(actor: Actor, report: Standing) -> frozenset[Relation]:
    """Every relation in which `actor` stands to `report`; empty for a stranger."""
    if actor.kind is ActorKind.SYSTEM:
        return frozenset({Relation.SYSTEM})
    found = {relation for desk in actor.desks if (relation := _stands_as(desk, report))}
    if not report.is_shielded and any(desk.agency_id in report.copied_agency_ids for desk in actor.desks):
        found.add(Relation.COPIED)
    owns = actor.account_id is not None and actor.account_id == report.reporter_account_id
    if owns or report.code in actor.unlocked:
        found.add(Relation.REPORTER)
    return frozenset(found)


def may(permission: Permission, having: Iterable[Relation]) -> bool:
    """True if one of the relations carries the permission."""
    return not MATRIX[permission].isdisjoint(having)


def allowed_moves(state: State, having: Iterable[Relation]) -> tuple[Move, ...]:
    """The moves that start in `state` and that these relations may make, in the order of the law."""
    having = frozenset(having)
    return tuple(
        move for move, rule in MOVES.items() if state in rule.sources and may(Permission(move.value), having)
    )


def acting_desk(actor: Actor, report: Standing, permission: Permission) -> Desk | None:
    """The desk for which an officer makes this move: the first one that carries the permission."""
    for desk in actor.desks:
        relation = _stands_as(desk, report)
        if relation and relation in MATRIX[permission]:
            return desk
    return None
