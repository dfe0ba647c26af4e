"""From taking a report down to the paper: the officer's session keeps which receipts he may print.

The report is not unlocked there: what the reporter may do with his code, the officer may not.
"""

from dataclasses import replace

from django.http import HttpRequest

from lapor.queries.reports.access_code import handed_access_code
from lapor.rules.access import Actor

_FRESH = "intake_fresh"
_TAKEN_DOWN = "intake_taken_down"
_MOST = 20


def hand_over(request: HttpRequest, code: str) -> None:
    """Remembers what the next page prints."""
    before = [known for known in request.session.get(_TAKEN_DOWN, []) if known != code]
    request.session[_TAKEN_DOWN] = [code, *before][:_MOST]
    request.session[_FRESH] = code


def taken_access_code(request: HttpRequest, code: str) -> str:
    """The access code of a report that was taken down a moment ago; "" the second time."""
    if request.session.get(_FRESH) != code:
        return ""
    del request.session[_FRESH]
    return handed_access_code(code)


def receipt_reader(request: HttpRequest, actor: Actor) -> Actor:
    """The officer, who may print the receipts of what he took down himself and of nothing else."""
    return replace(actor, desks=(), account_id=None, unlocked=frozenset(request.session.get(_TAKEN_DOWN, [])))
