"""Whether somebody works at an agency, and who reads instead where nobody does."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from lapor.queries.agencies.agency_line import AgencyLine
from lapor.queries.agencies.tree import above, inspectorate_of
from lapor.records.accounts.membership import Membership, MembershipQuerySet, handling
from lapor.rules.access import Role
from lapor.rules.agencies import MAY_SUPERVISE, AgencyKind


def working_at(agency: Any, roles: Iterable[Role], *, is_supervisory: bool) -> MembershipQuerySet:
    """Those in these roles who may open reports of this class: past, present and future ones.

    `agency` is an id, or the `OuterRef` to one.
    """
    return Membership.objects.filter(
        handling(is_supervisory=is_supervisory), agency=agency, role__in=list(roles)
    )


def workers_at(
    agency: Any, roles: Iterable[Role], *, is_supervisory: bool, today: date
) -> MembershipQuerySet:
    """Those who can sign in and work there today."""
    return working_at(agency, roles, is_supervisory=is_supervisory).at_work(today)


def is_staffed(agency_id: int, roles: Iterable[Role], *, is_supervisory: bool, today: date) -> bool:
    """True if somebody in one of these roles can sign in and works at this agency today."""
    return workers_at(agency_id, roles, is_supervisory=is_supervisory, today=today).exists()


def reader_above(
    agency_id: int, roles: frozenset[Role], *, is_supervisory: bool, today: date
) -> AgencyLine | None:
    """The nearest level above where somebody works, at last the national desk.

    A supervisory complaint stays among those who supervise. None only for the national desk itself.
    """
    level = above(agency_id)
    while level is not None:
        reader = _supervising(level) if is_supervisory else level
        if reader is not None and reader.id != agency_id:
            is_last = reader.kind is AgencyKind.NATIONAL_DESK
            if is_last or is_staffed(reader.id, roles, is_supervisory=is_supervisory, today=today):
                return reader
        level = above(level.id)
    return None


def _supervising(level: AgencyLine) -> AgencyLine | None:
    return level if level.kind in MAY_SUPERVISE else inspectorate_of(level.id)
