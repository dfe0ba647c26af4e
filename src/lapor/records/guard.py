"""Refuses unscoped reads of guarded tables: whoever reads a report says as whom, or why.

`Report.objects.all()` raises. The two ways in are `Report.objects.visible_to(actor)` (see
`reports/visibility.py`) and `Report.objects.scoped("reason")`, which is easy to find with grep.
"""

from typing import Any, NoReturn, TypeVar

from django.db import models

M = TypeVar("M", bound=models.Model)


class UnscopedRead(RuntimeError):
    """A guarded table was read without saying as whom or why."""


class GuardedManager(models.Manager[M]):
    """A manager without a way to everything. Related objects use the unguarded base manager."""

    use_in_migrations = False

    def scoped(self, reason: str) -> models.QuerySet[M]:
        """All rows, for the stated reason: the system's own work, or a row already found within scope."""
        if not reason:
            raise UnscopedRead(f"{self.model.__name__}: say why all rows are needed")
        return super().get_queryset()

    def get_queryset(self) -> NoReturn:
        raise UnscopedRead(f"{self.model.__name__}.objects needs visible_to(actor) or scoped('reason')")

    def create(self, **kwargs: Any) -> M:
        return super().get_queryset().create(**kwargs)

    def bulk_create(self, objs: Any, *args: Any, **kwargs: Any) -> list[M]:
        return super().get_queryset().bulk_create(objs, *args, **kwargs)
