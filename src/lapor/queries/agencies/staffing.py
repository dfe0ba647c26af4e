"""Whether somebody works at an agency, and who reads instead where nobody does."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from lapor.queries.agencies.above import above, inspectorate_of
from lapor.records.accounts.membership import Membership, MembershipQuerySet, handling
from lapor.records.agencies.agency import Agency
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
    agency: Agency, roles: frozenset[Role], *, is_supervisory: bool, today: date
) -> Agency | None:
    """The nearest level above where somebody works, at last the national desk.

    A supervisory complaint stays among those who supervise. None only for the national desk itself.
    """
    level = above(agency)
    while level is not None:
        reader = _supervising(level) if is_supervisory else level
        if reader is not None and reader.pk != agency.pk:
            is_last = reader.kind == AgencyKind.NATIONAL_DESK
            if is_last or is_staffed(reader.pk, roles, is_supervisory=is_supervisory, today=today):
                return reader
        level = above(level)
    return None


def _supervising(level: Agency) -> Agency | None:
    return level if level.kind in MAY_SUPERVISE else inspectorate_of(level)
