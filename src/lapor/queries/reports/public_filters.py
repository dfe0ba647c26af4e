"""What somebody looks for among the published reports, made into conditions."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.db.models.functions import Left
from django.db.models.lookups import Exact
from django.utils import timezone

from lapor.queries.agencies.agency_line import AgencyLine
from lapor.queries.agencies.tree import agency_by_code
from lapor.queries.catalogue.categories import CategoryLine, category_by_code
from lapor.queries.places.place import Place
from lapor.queries.places.regions import region_by_code
from lapor.records.agencies.agency import Agency
from lapor.records.catalogue.category import Category
from lapor.rules.kinds import ArchiveReason
from lapor.rules.lifecycle import State
from lapor.rules.places import REGENCY_LENGTH
from lapor.rules.search_query import search_terms

#: Beside the states: open, in the hands of an agency, and past its deadline.
LATE = "late"

# The clock of the other open states is the reporter's own: nobody is late there.
AGENCY_STATES = (State.RECEIVED, State.ROUTED, State.IN_PROGRESS)
# Taken back by its reporter: its page stays, with the reason, but nothing leads there any more.
LISTED = ~Q(archive_reason=ArchiveReason.WITHDRAWN)
_NOTHING = Q(pk__in=[])


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicFilters:
    """Codes as addresses carry them; what is empty filters nothing.

    `place` is a region code of any level, `agency` a top agency (all it holds) or an office (what it and
    its units hold), `category` a main category (all below it) or one of its parts, `state` a state or
    LATE. `since` and `until` are days of receipt, both included.
    """

    text: str = ""
    place: str = ""
    agency: str = ""
    category: str = ""
    kind: str = ""
    state: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def is_empty(self) -> bool:
        return self == PublicFilters()


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the codes of the filters name; None where a code is empty or unknown."""

    place: Place | None
    agency: AgencyLine | None
    category: CategoryLine | None


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The filters as a condition on reports, the words to look for, and what was chosen by name."""

    condition: Q
    words: tuple[str, ...]
    chosen: Chosen


def narrowing(filters: PublicFilters, now: datetime) -> Narrowing:
    """One statement for each of place, agency and category that is given, one more for an office."""
    chosen = Chosen(
        place=region_by_code(filters.place) if filters.place else None,
        agency=agency_by_code(filters.agency) if filters.agency else None,
        category=category_by_code(filters.category) if filters.category else None,
    )
    condition = (
        LISTED
        & _known(filters, chosen)
        & (in_place(chosen.place.code) if chosen.place else Q())
        & held_in(chosen.agency)
        & _about(chosen.category)
        & _plain(filters, now)
    )
    return Narrowing(condition, search_terms(filters.text), chosen)


def _known(filters: PublicFilters, chosen: Chosen) -> Q:
    """An unknown code finds nothing, instead of silently everything."""
    codes = (filters.place, filters.agency, filters.category)
    found = (chosen.place, chosen.agency, chosen.category)
    return _NOTHING if any(code and not one for code, one in zip(codes, found, strict=True)) else Q()


def in_place(code: str) -> Q:
    """Released as lying in this region; from a regency on an index leads there in the order of time."""
    # Codes are as wide as their level, so that a prefix never crosses into a neighbour.
    within = Q(public_region_code__startswith=code)
    if len(code) < REGENCY_LENGTH:
        return within
    regency = Q(Exact(Left("public_region_code", REGENCY_LENGTH), code[:REGENCY_LENGTH]))
    return regency if len(code) == REGENCY_LENGTH else regency & within


def held_in(agency: AgencyLine | None) -> Q:
    """Held by the agency or below it. One statement for an office: its units are asked for first,

    because the planner misjudges a path within a path a thousandfold, but not a list of ids.
    """
    if agency is None:
        return Q()
    if agency.parent_id is None:
        return Q(holder_root_id=agency.id)
    ids = list(Agency.objects.filter(path__startswith=agency.path).values_list("pk", flat=True))
    return Q(held_by_id__in=ids) if len(ids) > 1 else Q(held_by_id=agency.id)


def _about(category: CategoryLine | None) -> Q:
    if category is None:
        return Q()
    if category.parent_id is not None:
        return Q(category_id=category.id)
    parts = Category.objects.filter(Q(pk=category.id) | Q(parent=category.id))
    return Q(category__in=parts.values("pk"))


def is_late(now: datetime) -> Q:
    return Q(is_open=True, state__in=AGENCY_STATES, due_at__lt=now)


def _plain(filters: PublicFilters, now: datetime) -> Q:
    found = Q(kind=filters.kind) if filters.kind else Q()
    if filters.state:
        found &= is_late(now) if filters.state == LATE else Q(state=filters.state)
    if filters.since:
        found &= Q(received_at__gte=_midnight(filters.since))
    if filters.until:
        found &= Q(received_at__lt=_midnight(filters.until + timedelta(days=1)))
    return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())
