"""How many reports each view holds, all in one statement, each counted up to a cap."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from lapor.records.reports.report import Report

#: "1.000" on a view means a thousand or more.
CAP = 1000


def counts_of(views: Mapping[str, QuerySet[Report]]) -> dict[str, int]:
    """The number of rows of each, at most CAP; one statement for all of them."""
    found = dict.fromkeys(views, 0)
    parts: list[str] = []
    values: list[Any] = []
    asked: list[str] = []
    for name, reports in views.items():
        try:
            sql, given = reports.order_by().values("pk")[:CAP].query.sql_with_params()
        except EmptyResultSet:
            continue
        # `sql` is Django's own; what was typed is among the values.
        parts.append(f"(SELECT count(*) FROM ({sql}) AS part)")  # noqa: S608
        values += given
        asked.append(name)
    if not parts:
        return found
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", values)
        return found | dict(zip(asked, cursor.fetchone(), strict=True))
