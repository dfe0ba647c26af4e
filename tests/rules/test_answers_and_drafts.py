"""Who asks before he answers, and which drafts wait no longer."""

import pytest

from lapor.rules.access import Relation
from lapor.rules.answering import ANSWERS, EXTENSIONS, asks_first, lapsing
from lapor.rules.kinds import ProposalKind
from lapor.rules.lifecycle import State

R = Relation


@pytest.mark.parametrize(
    ("having", "asks"),
    [
        ({R.UNIT}, True),
        ({R.INSPECTORATE, R.COPIED}, True),
        ({R.UNIT, R.APPROVER}, False),
        ({R.INSPECTORATE, R.DESK}, False),
        ({R.NATIONAL}, False),
        ({R.COORDINATOR}, False),
    ],
)
def test_whoever_answers_for_a_unit_asks_first(having: set[Relation], asks: bool) -> None:
    assert asks_first(having) is asks


@pytest.mark.parametrize(
    ("becomes", "changes_holder", "gone"),
    [
        (State.ROUTED, False, frozenset()),
        (State.IN_PROGRESS, False, frozenset()),
        (State.ROUTED, True, ANSWERS | EXTENSIONS),
        (State.INCOMPLETE, False, ANSWERS),
        (State.SETTLED, False, ANSWERS | EXTENSIONS),
        (State.ARCHIVED, False, ANSWERS | EXTENSIONS),
    ],
)
def test_drafts_lapse(becomes: State, changes_holder: bool, gone: frozenset[ProposalKind]) -> None:
    assert lapsing(becomes, changes_holder=changes_holder) == gone
