"""COPY into the product's own tables: we give the columns that vary, the models know the others."""

import json
from datetime import UTC, datetime
from functools import partial
from typing import Any

from django.db.models import NOT_PROVIDED, Model
from psycopg import Connection

NULL = "\\N"


class Table:
    """Lines for one table. Every line names the same columns; no value holds a tab or a backslash."""

    def __init__(self, model: type[Model]) -> None:
        self._model = model
        self._statement = self._tail = ""
        self._lines: list[str] = []

    def add(self, values: dict[str, Any]) -> None:
        if not self._statement:
            self._prepare(list(values))
        self._lines.append("\t".join(map(str, values.values())) + self._tail)

    def take(self) -> partial[None]:
        """What copies the lines so far, to be called with a connection."""
        data, self._lines = "".join(self._lines).encode(), []
        return partial(_copy, self._statement, data)

    def _prepare(self, columns: list[str]) -> None:
        fields = self._model._meta.concrete_fields
        rest = {
            field.column: _text(field.get_default())
            for field in fields
            if field.column not in columns
            and not (field.null or field.primary_key or field.db_default is not NOT_PROVIDED)
        }
        self._statement = f"COPY {self._model._meta.db_table} ({', '.join([*columns, *rest])}) FROM STDIN"
        self._tail = "".join(f"\t{value}" for value in rest.values()) + "\n"


def _copy(statement: str, data: bytes, connection: Connection[Any]) -> None:
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        copy.write(data)


def _text(value: Any) -> str:
    return json.dumps(value) if isinstance(value, list | dict | bool) else str(value)


def moment(seconds: float | None) -> str:
    return NULL if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat()
