"""What an officer looks for within a view of his inbox, made into a condition."""

from dataclasses import dataclass
from functools import reduce
from operator import and_

from django.contrib.postgres.search import SearchQuery
from django.core.exceptions import EmptyResultSet
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from lapor.queries.reports.public_search import CONFIG, WINDOW, tsquery
from lapor.records.catalogue.category import Category
from lapor.records.reports.report import Report
from lapor.rules.search_query import as_tracking_code, search_terms


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxFilters:
    """Codes as addresses carry them; what is empty filters nothing.

    `place` is a region code of any level, `category` a main category (with all below it) or one of its
    parts; `supervisory` and `priority` only narrow, they never exclude.
    """

    text: str = ""
    kind: str = ""
    state: str = ""
    category: str = ""
    place: str = ""
    supervisory: bool = False
    priority: bool = False

    @property
    def is_empty(self) -> bool:
        return self == InboxFilters()


def filter_condition(filters: InboxFilters) -> Q:
    """Everything but the words."""
    found = Q()
    if filters.kind:
        found &= Q(kind=filters.kind)
    if filters.state:
        found &= Q(state=filters.state)
    if filters.category:
        category = Category.objects.filter(Q(code=filters.category) | Q(parent__code=filters.category))
        found &= Q(category__in=category.values("pk"))
    if filters.place:
        # Codes are as wide as their level, so that a prefix never crosses into a neighbour.
        found &= Q(region__code__startswith=filters.place)
    if filters.supervisory:
        found &= Q(is_supervisory=True)
    if filters.priority:
        found &= Q(is_priority=True)
    return found


def with_words(reports: QuerySet[Report], text: str, *, is_endless: bool) -> QuerySet[Report]:
    """Those of the reports whose number or words were typed.

    The inside of a report has no word index. A view of work is as large as an agency's work, so it is looked
    through; of an endless one only the newest some thousand are, and the released words by their index.
    """
    if code := as_tracking_code(text):
        return reports.filter(code=code)
    terms = search_terms(text)
    if not terms:
        return reports
    if not is_endless:
        return reports.filter(_contains(terms))
    ids = _ids(reports, terms)
    return reports.none() if ids is None else reports.filter(pk__in=ids)


def _contains(terms: tuple[str, ...]) -> Q:
    return reduce(and_, (Q(title__icontains=term) | Q(text__icontains=term) for term in terms))


def _ids(reports: QuerySet[Report], terms: tuple[str, ...]) -> RawSQL | None:
    window = reports.order_by("-received_at", "-id")[:WINDOW]
    looked_through = Report.objects.scoped("the newest of what the officer may see").filter(
        _contains(terms), pk__in=window.values("pk")
    )
    query = SearchQuery(tsquery(terms), config=CONFIG, search_type="raw")
    released = reports.order_by().filter(is_published=True, search=query)
    try:
        one, one_values = looked_through.values("pk").query.sql_with_params()
        two, two_values = released.values("pk").query.sql_with_params()
    except EmptyResultSet:
        return None
    statement = f"WITH f(id) AS MATERIALIZED ({two}) SELECT f.id FROM f UNION ({one})"  # noqa: S608
    return RawSQL(statement, (*two_values, *one_values))  # noqa: S611
