"""Officers for whoever manages them: a list by name, and one with his roles."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from lapor.records.accounts.account import Account
from lapor.records.accounts.login_link import LoginLink
from lapor.records.accounts.membership import Membership
from lapor.records.accounts.officers import memberships_within, officers_within
from lapor.rules.access import Actor, Role
from lapor.rules.administration import may_grant
from lapor.rules.agencies import AgencyKind
from lapor.rules.cursor import fits
from lapor.rules.refusals import NotFound

PAGE_SIZE = 25
_LONGEST_TEXT = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleLine:
    """A role of an officer; `may_end` tells that it is the actor's to end."""

    id: int
    role: Role
    agency_code: str
    agency: str
    position: str
    decree: str
    valid_from: date
    valid_to: date | None
    is_over: bool
    is_ahead: bool
    may_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerLine:
    """An officer in a list: his roles that have not ended. `has_come`: he has signed in before."""

    id: int
    name: str
    login: str
    phone: str
    is_active: bool
    has_come: bool
    last_seen_at: datetime | None
    roles: tuple[RoleLine, ...]

    @property
    def is_wholly_managed(self) -> bool:
        """Whether all that he is trusted with is the actor's to end: closing his account ends it all."""
        return all(role.may_end for role in self.roles if not role.is_over)


@dataclass(frozen=True, slots=True)
class OfficerPage:
    """A page by name; `next_cursor` are the values for the following page, None on the last one."""

    rows: tuple[OfficerLine, ...]
    next_cursor: tuple[str, int] | None


@dataclass(frozen=True, slots=True)
class OfficerFilters:
    """`show` is "working", "without" (no role any more) or "closed"; `agency_path` narrows to a tree."""

    text: str = ""
    role: str = ""
    agency_path: str = ""
    show: str = "working"


def officers(
    actor: Actor, filters: OfficerFilters, *, today: date, after: tuple[Any, ...] | None = None
) -> OfficerPage:
    """The officers the actor manages: two statements, whatever the page's length."""
    rows = _filtered(officers_within(actor), filters, today)
    if after is not None and fits(after, str, int):
        name, id_ = after
        rows = rows.filter(Q(name__gt=name) | Q(name=name, id__gt=id_))
    page = list(_with_coming(rows).order_by("name", "id")[: PAGE_SIZE + 1])
    shown = page[:PAGE_SIZE]
    roles = _roles(actor, [account.pk for account in shown], today, with_past=False)
    last = shown[-1] if len(page) > PAGE_SIZE else None
    lines = tuple(_line(account, roles.get(account.pk, ())) for account in shown)
    return OfficerPage(lines, (last.name, last.pk) if last else None)


def officer(actor: Actor, account_id: int, *, today: date) -> OfficerLine:
    """One officer with all his roles, past ones last. Raises NotFound."""
    account = _with_coming(officers_within(actor)).filter(pk=account_id).first()
    if account is None:
        raise NotFound(account_id)
    return _line(account, _roles(actor, [account.pk], today, with_past=True).get(account.pk, ()))


def role_to_end(actor: Actor, membership_id: int, *, today: date) -> tuple[RoleLine, int, str, bool]:
    """The role with its officer's id and name, and whether he is the last one at the desk.

    Raises NotFound for a role that is not the actor's to see.
    """
    row = (
        memberships_within(actor)
        .select_related("account", "agency", "decree")
        .filter(pk=membership_id)
        .first()
    )
    if row is None:
        raise NotFound(membership_id)
    desk = Membership.objects.at_work(today).filter(agency=row.agency_id, role=row.role)
    is_desk = row.role in (Role.AGENCY_DESK, Role.NATIONAL_DESK)
    is_last = is_desk and not desk.exclude(account=row.account_id).exists()
    return _role(actor, row, today), row.account_id, row.account.name, is_last


def _filtered(rows: QuerySet[Account], filters: OfficerFilters, today: date) -> QuerySet[Account]:
    ever = Membership.objects.filter(account=OuterRef("pk"))
    fitting = ever
    if filters.role:
        fitting = fitting.filter(role=filters.role)
    if filters.agency_path:
        fitting = fitting.filter(agency__path__startswith=filters.agency_path)
    for word in filters.text[:_LONGEST_TEXT].split()[:6]:
        rows = rows.filter(Q(name__icontains=word) | Q(login__icontains=word))
    if filters.show == "working":
        return rows.filter(Exists(fitting.not_ended(today)), is_active=True)
    # Whoever has no role any more is found by those he had.
    rows = rows.filter(Exists(fitting))
    if filters.show == "closed":
        return rows.filter(is_active=False)
    return rows.filter(~Exists(ever.not_ended(today)), is_active=True)


def _with_coming(rows: QuerySet[Account]) -> Any:
    used = LoginLink.objects.filter(account=OuterRef("pk")).exclude(used_at=None)
    return rows.annotate(has_used_link=Exists(used))


def _roles(
    actor: Actor, account_ids: list[int], today: date, *, with_past: bool
) -> dict[int, tuple[RoleLine, ...]]:
    rows = Membership.objects.filter(account__in=account_ids).select_related("agency", "decree")
    if not with_past:
        rows = rows.not_ended(today)
    found: dict[int, list[RoleLine]] = {}
    for row in rows.order_by("-valid_from", "id"):
        found.setdefault(row.account_id, []).append(_role(actor, row, today))
    return {id_: tuple(sorted(roles, key=lambda role: role.is_over)) for id_, roles in found.items()}


def _role(actor: Actor, row: Membership, today: date) -> RoleLine:
    agency, role = row.agency, Role(row.role)
    is_over = row.valid_to is not None and row.valid_to < today
    return RoleLine(
        id=row.pk,
        role=role,
        agency_code=agency.code,
        agency=agency.name,
        position=row.position,
        decree=row.decree.number if row.decree else "",
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        is_over=is_over,
        is_ahead=row.valid_from > today,
        may_end=not is_over and may_grant(actor, role, agency.path, AgencyKind(agency.kind)),
    )


def _line(account: Any, roles: tuple[RoleLine, ...]) -> OfficerLine:
    return OfficerLine(
        id=account.pk,
        name=account.name,
        login=account.login,
        phone=account.phone,
        is_active=account.is_active,
        has_come=bool(account.last_login or account.has_used_link or account.has_password),
        last_seen_at=account.last_login,
        roles=roles,
    )
