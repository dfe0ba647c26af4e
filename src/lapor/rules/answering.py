"""What an answer needs before it leaves the house: evidence, approval, and a limit to waiting for that.

A draft (konsep) is an answer or an extension that waits for approval. One answer and one extension may wait
side by side, so that asking for time never holds up what people are told.
"""

from collections.abc import Collection
from dataclasses import dataclass

from lapor.rules.access import Relation
from lapor.rules.kinds import ProposalKind, ProposalState
from lapor.rules.lifecycle import State

#: Drafts that an approving official of the holder decides; an extension is decided one level up.
ANSWERS = frozenset({ProposalKind.FOLLOW_UP, ProposalKind.SETTLEMENT})
EXTENSIONS = frozenset({ProposalKind.EXTENSION})
#: Back with the author, who may mend it.
RETURNED = frozenset({ProposalState.SENT_BACK, ProposalState.TAKEN_BACK})

#: Whoever answers for a unit without approving himself, and whoever may send words without asking anybody.
_ASK = frozenset({Relation.UNIT, Relation.INSPECTORATE})
_FREE = frozenset({Relation.APPROVER, Relation.DESK, Relation.NATIONAL})

# A missing approval never holds up a first answer longer than so many working days (process, "Roles").
APPROVAL_WAITS = 1
#: Nobody is granted more than this at once, in days of the finish clock.
MAX_EXTENSION_DAYS = 60
# Letters that tell at least something about why there is no evidence.
_MIN_NO_EVIDENCE_REASON = 10
# Nothing is left to be answered in these.
_SAID_AND_DONE = frozenset({State.SETTLED, State.CLOSED, State.ARCHIVED})


@dataclass(frozen=True, slots=True)
class Waiting:
    """Which drafts of one report wait, and which of them whoever asks wrote himself."""

    answer: bool = False
    extension: bool = False
    own_answer: bool = False
    own_extension: bool = False

    def __bool__(self) -> bool:
        return self.answer or self.extension

    @property
    def own(self) -> bool:
        return self.own_answer or self.own_extension

    def has(self, kind: ProposalKind) -> bool:
        """Whether a draft waits that leaves no room for another of this kind."""
        return self.answer if kind in ANSWERS else self.extension


NOTHING_WAITS = Waiting()


def is_evidenced(files: int, no_evidence_reason: str) -> bool:
    """A settlement shows files, or says in a sentence why there can be none."""
    return files > 0 or len(no_evidence_reason) >= _MIN_NO_EVIDENCE_REASON


def asks_first(having: Collection[Relation]) -> bool:
    """Whether whoever stands so to a report needs approval, where somebody can give it."""
    return not _FREE.intersection(having) and not _ASK.isdisjoint(having)


def lapsing(becomes: State, *, changes_holder: bool) -> frozenset[ProposalKind]:
    """Which drafts wait no longer: all once somebody else holds the report, or it is settled or ended.

    Once the reporter is asked, the answers only: they were written without what he will say.
    """
    if changes_holder or becomes in _SAID_AND_DONE:
        return ANSWERS | EXTENSIONS
    return ANSWERS if becomes is State.INCOMPLETE else frozenset()
