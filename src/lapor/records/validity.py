"""Rows that hold from one day to another, both included; without a last one, until they are ended."""

from datetime import date

from django.db.models import Q


def not_ended(today: date, of: str = "") -> Q:
    """Those whose last day has not passed, those that begin later included. `of` leads to them ("role__")."""
    return Q(**{f"{of}valid_to": None}) | Q(**{f"{of}valid_to__gte": today})
