"""Hangs an agency, with all below it, under another one of the same tree."""

from datetime import datetime

from django.db import connection

from lapor.records.agencies.agency import Agency
from lapor.rules.access import Actor
from lapor.rules.administration import Deed, manages
from lapor.rules.refusals import Forbidden, Refused
from lapor.steps._amend import amend, assign
from lapor.steps.agencies._details import LONGEST_PATH, vouched
from lapor.steps.agencies._open import open_agency

# The new prefix in place of the old one, for the agency and everything below it, in one statement.
_MOVE = """
    UPDATE lapor_agency SET path = %(new)s || substr(path, length(%(old)s) + 1), root_id = %(root)s
    WHERE path LIKE %(old)s || '%%'
"""
_LONGEST_PATH = """
    SELECT max(length(path)) - length(%(old)s) + length(%(new)s) FROM lapor_agency
    WHERE path LIKE %(old)s || '%%'
"""


def move_agency(*, actor: Actor, code: str, parent_code: str, now: datetime) -> bool:
    """False where it hangs there already.

    Raises NotFound; Forbidden for the top of a tree; Refused at "parent" where it can't hang there.
    """
    with open_agency(actor, code, whole_tree=True) as agency:
        if agency.parent_id is None:
            raise Forbidden("the top of a tree stays where it is")
        parent = _parent(actor, agency, parent_code)
        if parent.pk == agency.parent_id:
            return False
        _take_along(agency.path, f"{parent.path}{agency.pk}/", parent)
        changes = assign(agency, {"parent": parent}) | {"path": [agency.path, f"{parent.path}{agency.pk}/"]}
        assign(agency, vouched(now))
        amend(actor, Deed.MOVED, agency, agency_id=agency.pk, changes=changes, now=now)
    return True


def _parent(actor: Actor, agency: Agency, code: str) -> Agency:
    parent = Agency.objects.filter(code=code, is_active=True).first()
    if parent is None or not manages(actor, parent.path):
        raise Refused("parent_unknown", "parent")
    if parent.path.startswith(agency.path):
        raise Refused("parent_below", "parent")
    if parent.root_id != agency.root_id:
        # Reports remember the tree they are held in; they would stay behind.
        raise Refused("parent_other_tree", "parent")
    return parent


def _take_along(old: str, new: str, parent: Agency) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_LONGEST_PATH, {"old": old, "new": new})
        if cursor.fetchone()[0] > LONGEST_PATH:
            raise Refused("too_deep", "parent")
        cursor.execute(_MOVE, {"old": old, "new": new, "root": parent.root_id})
