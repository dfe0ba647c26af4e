"""Finds the newest published reports that contain all the words, at a price that hardly grows with the table.

Left alone, the planner either walks back through time for a word that occurs only in old reports, or fetches
every report that contains a frequent one. So two questions are asked: the newest few thousand rows are
looked through in the order of time; only if they do not fill the page, the word index is asked, behind a
fence that hides order and limit from the planner.
"""

from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from lapor.queries.reports.public_row import NEWEST_FIRST, public_columns
from lapor.records.reports.report import Report

CONFIG = "indonesian"
#: A word in one of 150 reports fills a page from this many; rarer ones are few enough for the word index.
WINDOW = 4000
#: Shorter beginnings of a word would match most of the dictionary.
_PREFIX_FROM = 3


def newest(reports: QuerySet[Report], words: tuple[str, ...], size: int) -> list[Report]:
    """At most `size` of these published reports, newest first, with their public columns.

    One statement without words, two at most with them.
    """
    if not words:
        return list(public_columns(reports).order_by(*NEWEST_FIRST)[:size])
    found = _loaded(_window(reports, words, size))
    return found if len(found) == size else _loaded(_fenced(reports, words, size))


def tsquery(words: tuple[str, ...]) -> str:
    """All words, the last one also as the beginning of a longer one.

    Words hold letters and digits only (`rules.search_query`); the quotes keep them operands all the same.
    """
    *whole, last = (f"'{word}'" for word in words)
    return " & ".join((*whole, f"{last}:*" if len(words[-1]) >= _PREFIX_FROM else last))


def _loaded(ids: RawSQL | None) -> list[Report]:
    """The few rows of these ids: without the filters again, so that the planner goes by the ids."""
    if ids is None:
        return []
    return list(public_columns(Report.objects.published()).filter(pk__in=ids).order_by(*NEWEST_FIRST))


def _window(reports: QuerySet[Report], words: tuple[str, ...], size: int) -> RawSQL | None:
    recent = reports.order_by(*NEWEST_FIRST)[:WINDOW]
    inner = _compiled(recent.values("id", "received_at", "search"))
    if inner is None:
        return None
    sql, values = inner
    # `sql` is Django's own, what was typed is among the values.
    statement = (
        f"SELECT w.id FROM ({sql}) AS w WHERE w.search @@ to_tsquery('{CONFIG}', %s)"  # noqa: S608
        " ORDER BY w.received_at DESC, w.id DESC LIMIT %s"
    )
    return RawSQL(statement, (*values, tsquery(words), size))  # noqa: S611


def _fenced(reports: QuerySet[Report], words: tuple[str, ...], size: int) -> RawSQL | None:
    query = SearchQuery(tsquery(words), config=CONFIG, search_type="raw")
    matching = reports.order_by().filter(search=query)
    inner = _compiled(matching.values("id", "received_at"))
    if inner is None:
        return None
    sql, values = inner
    statement = (
        f"WITH f AS MATERIALIZED ({sql}) SELECT f.id FROM f"  # noqa: S608
        " ORDER BY f.received_at DESC, f.id DESC LIMIT %s"
    )
    return RawSQL(statement, (*values, size))  # noqa: S611


def _compiled(rows: QuerySet[Any, Any]) -> tuple[str, tuple[Any, ...]] | None:
    """None where Django knows that nothing can be found."""
    try:
        return rows.query.sql_with_params()
    except EmptyResultSet:
        return None
