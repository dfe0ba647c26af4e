"""Whose things are in this database: nobody's, the play's alone, or somebody's. Asked before a demo is begun
or thrown away."""

from enum import IntEnum
from uuid import UUID

from django.db import connection

from lapor.records.accounts.account import Account
from lapor.records.reports.report import Report

DOMAIN = "contoh.test"
_FIRST = UUID("7d0f8f8e-5c62-4b43-9a56-000000000000")
_LAST = UUID("7d0f8f8e-5c62-4b43-9a56-ffffffffffff")


class Holding(IntEnum):
    """What the database holds; the numbers are the exit codes of `demo --look`."""

    NOTHING = 0
    THE_PLAY = 3
    OTHERS_THINGS = 4


def key_of(number: int) -> UUID:
    """The idempotency key of a story: by it a report of the play is known for ever."""
    return UUID(int=_FIRST.int + number)


def holding() -> Holding:
    """Reports and accounts tell; reference data and settings are in every database that has tables."""
    if not {Report._meta.db_table, Account._meta.db_table} & set(connection.introspection.table_names()):
        return Holding.NOTHING
    reports = Report.objects.scoped("whose reports are here")
    accounts = Account.objects.exclude(login__iendswith=f"@{DOMAIN}")
    if accounts.exists() or reports.exclude(idempotency_key__range=(_FIRST, _LAST)).exists():
        return Holding.OTHERS_THINGS
    return Holding.THE_PLAY if reports.exists() else Holding.NOTHING
