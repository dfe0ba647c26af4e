"""The newest reports of a view that grows without an end, at a price that does not grow with it.

What an officer may see is an OR over his desks and their copies, and through an OR no index leads in the
order of time. So each part is asked for its newest few, and the newest of all parts are the page. Words are
looked for in the newest few thousand of a part first; only where these do not fill the page, the index of
released words is asked, too.
"""

from collections.abc import Sequence
from itertools import chain
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from lapor.queries.reports.public_search import CONFIG, WINDOW, tsquery
from lapor.records.reports.report import Report

_NEWEST = "ORDER BY received_at DESC, id DESC"
Statement = tuple[str, tuple[Any, ...]]


def newest_ids(parts: Sequence[QuerySet[Report]], terms: tuple[str, ...], most: int) -> RawSQL | None:
    """The ids of at least the `most` newest reports of all parts together, in no order.

    None where Django knows that nothing can be found.
    """
    found = [_searched(part, terms, most) if terms else _plain(part, most) for part in parts]
    asked = [statement for statement in found if statement is not None]
    if not asked:
        return None
    # The statements are Django's own and ours; what was typed is among the values.
    sql = " UNION ".join(f"({sql})" for sql, _ in asked)
    return RawSQL(sql, tuple(chain.from_iterable(values for _, values in asked)))  # noqa: S611


def _plain(part: QuerySet[Report], most: int) -> Statement | None:
    return _compiled(part.order_by("-received_at", "-id").values("id")[:most])


def _searched(part: QuerySet[Report], terms: tuple[str, ...], most: int) -> Statement | None:
    recent = part.order_by("-received_at", "-id").values("id", "received_at", "title", "text")[:WINDOW]
    released = part.order_by().filter(
        is_published=True, search=SearchQuery(tsquery(terms), config=CONFIG, search_type="raw")
    )
    one, two = _compiled(recent), _compiled(released.values("id", "received_at"))
    if one is None or two is None:
        return None
    contains = " AND ".join("title || ' ' || text ILIKE %s" for _ in terms)
    statement = (
        f"WITH w AS MATERIALIZED (SELECT id FROM ({one[0]}) AS r WHERE {contains} {_NEWEST} LIMIT %s),"  # noqa: S608
        f" f AS MATERIALIZED (SELECT * FROM ({two[0]}) AS i WHERE (SELECT count(*) FROM w) < %s)"
        f" SELECT id FROM w UNION (SELECT id FROM f {_NEWEST} LIMIT %s)"
    )
    return statement, (*one[1], *(f"%{term}%" for term in terms), most, *two[1], most, most)


def _compiled(rows: QuerySet[Any, Any]) -> Statement | None:
    try:
        return rows.query.sql_with_params()
    except EmptyResultSet:
        return None
