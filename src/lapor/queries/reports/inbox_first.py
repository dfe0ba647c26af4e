"""The first rows of a view, at a price that hardly grows with what there is.

What an officer may see is an OR over desks, agencies below or beside them, and copies; through an OR no
index leads in order. So every holder is asked for his first few, and the first of all of them are the page.
Words in a view without an end are looked for in the newest few thousand first; only where these do not fill
the page, the index of released words is asked, too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import SearchQuery
from django.core.exceptions import EmptyResultSet
from django.db.models import BigIntegerField, Func, OuterRef, QuerySet
from django.db.models.expressions import RawSQL

from lapor.queries.reports.inbox_holders import Holders
from lapor.queries.reports.public_search import CONFIG, WINDOW, tsquery
from lapor.records.reports.report import Report

BY_CLOCK = ("due_at", "id")
NEWEST = ("-received_at", "-id")
# Of each of many holders; the newest of all of them are looked through, as many as of one alone.
_WINDOW_OF_EACH = WINDOW // 10
_NEWEST = "ORDER BY received_at DESC, id DESC"
Statement = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Part:
    """Reports that some holders hold; `reports` says nothing of the holders yet."""

    reports: QuerySet[Report]
    holders: Holders


def first_ids(parts: Sequence[Part], order: tuple[str, str], most: int) -> RawSQL | None:
    """The ids of at least the `most` first reports of all parts together, themselves in no order.

    None where Django knows that nothing can be found.
    """
    return _united([_compiled(_first(part, order, most)) for part in parts])


def first_ids_with(parts: Sequence[Part], terms: tuple[str, ...], most: int) -> RawSQL | None:
    """The same of those with all these words, newest first."""
    return _united([_searched(part, terms, most) for part in parts])


def _first(part: Part, order: tuple[str, str], most: int) -> QuerySet[Any, Any]:
    if part.holders.many is None:
        return part.reports.filter(part.holders.condition).order_by(*order).values("id")[:most]
    of_one = part.reports.filter((f"{part.holders.column}_id", OuterRef("pk"))).order_by(*order).values("pk")
    first = Func(ArraySubquery(of_one[:most]), function="unnest", output_field=BigIntegerField())
    return part.holders.many.values(first=first)


def _searched(part: Part, terms: tuple[str, ...], most: int) -> Statement | None:
    holding = part.reports.filter(part.holders.condition)
    query = SearchQuery(tsquery(terms), config=CONFIG, search_type="raw")
    released = holding.order_by().filter(is_published=True, search=query)
    one = _compiled(_newest(part).order_by(*NEWEST).values("id", "received_at", "title", "text")[:WINDOW])
    two = _compiled(released.values("id", "received_at"))
    if one is None or two is None:
        return None
    contains = " AND ".join("title || ' ' || text ILIKE %s" for _ in terms)
    # The statements are Django's own and ours; what was typed is among the values.
    statement = (
        f"WITH w AS MATERIALIZED (SELECT id FROM ({one[0]}) AS r WHERE {contains} {_NEWEST} LIMIT %s),"  # noqa: S608
        f" f AS MATERIALIZED (SELECT * FROM ({two[0]}) AS i WHERE (SELECT count(*) FROM w) < %s)"
        f" SELECT id FROM w UNION (SELECT id FROM f {_NEWEST} LIMIT %s)"
    )
    return statement, (*one[1], *(f"%{term}%" for term in terms), most, *two[1], most, most)


def _newest(part: Part) -> QuerySet[Report]:
    """At least the window. Of one holder they come in order: where many have the word, few are read."""
    if part.holders.many is None:
        return part.reports.filter(part.holders.condition)
    window = _first(part, NEWEST, _WINDOW_OF_EACH)
    return Report.objects.scoped("the newest of what the officer may see").filter(pk__in=window)


def _united(statements: Sequence[Statement | None]) -> RawSQL | None:
    asked = [statement for statement in statements if statement is not None]
    if not asked:
        return None
    sql = " UNION ".join(f"({sql})" for sql, _ in asked)
    return RawSQL(sql, tuple(chain.from_iterable(values for _, values in asked)))  # noqa: S611


def _compiled(rows: QuerySet[Any, Any]) -> Statement | None:
    try:
        return rows.query.sql_with_params()
    except EmptyResultSet:
        return None
