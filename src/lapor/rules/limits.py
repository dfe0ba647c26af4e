"""The day limits that hold where nobody has entered others: data with their legal basis, never code.

PermenPANRB 5/2025 replaced 62/2018; the new guideline's own limits are entered as rows once they are known.
"""

from datetime import date

from lapor.rules.deadlines import Clock, DayUnit, Limit
from lapor.rules.kinds import Kind

_SINCE = date(2018, 1, 1)
_GUIDELINE = "PermenPANRB 62/2018"
_PRACTICE = "Pedoman pengelolaan SP4N-LAPOR!"
_ARTICLE_44 = "UU 25/2009 pasal 44"
_ARTICLE_50 = "UU 25/2009 pasal 50"
_INFORMATION_22 = "UU 14/2008 pasal 22"
_INFORMATION_36 = "UU 14/2008 pasal 36"
OUR_BASIS = "Ketentuan LAPOR"


def _limit(
    clock: Clock,
    days: int,
    unit: DayUnit,
    legal_basis: str,
    *,
    kind: Kind | None = None,
    is_supervisory: bool | None = None,
) -> Limit:
    return Limit(clock, days, unit, kind, is_supervisory, _SINCE, None, legal_basis)


_WORKING, _CALENDAR = DayUnit.WORKING_DAY, DayUnit.CALENDAR_DAY

DEFAULT_LIMITS: tuple[Limit, ...] = (
    _limit(Clock.VERIFICATION, 3, _WORKING, _PRACTICE),
    _limit(Clock.FIRST_FOLLOW_UP, 5, _WORKING, _PRACTICE),
    _limit(Clock.FINISH, 14, _WORKING, _GUIDELINE, kind=Kind.COMPLAINT, is_supervisory=False),
    _limit(Clock.FINISH, 60, _WORKING, _GUIDELINE, kind=Kind.COMPLAINT, is_supervisory=True),
    _limit(Clock.FINISH, 5, _WORKING, _GUIDELINE, kind=Kind.ASPIRATION),
    _limit(Clock.FINISH, 5, _WORKING, _GUIDELINE, kind=Kind.INFORMATION_REQUEST),
    _limit(Clock.COMPLETION, 30, _CALENDAR, _ARTICLE_44),
    _limit(Clock.CONFIRMATION, 10, _WORKING, _PRACTICE),
    _limit(Clock.ANSWER_BY_LAW, 14, _CALENDAR, _ARTICLE_44),
    _limit(Clock.DECISION_BY_LAW, 60, _CALENDAR, _ARTICLE_50),
    _limit(Clock.FORMAL_REQUEST, 10, _WORKING, _INFORMATION_22),
    _limit(Clock.FORMAL_EXTENSION, 7, _WORKING, _INFORMATION_22),
    _limit(Clock.FORMAL_OBJECTION, 30, _WORKING, _INFORMATION_36),
    _limit(Clock.HAND_BACK, 1, _WORKING, OUR_BASIS),
    _limit(Clock.RETURN, 2, _WORKING, OUR_BASIS),
    _limit(Clock.DECISION, 1, _WORKING, OUR_BASIS),
    _limit(Clock.RISE, 1, _WORKING, OUR_BASIS),
    _limit(Clock.ARCHIVE_OBJECTION, 30, _CALENDAR, OUR_BASIS),
    _limit(Clock.CONTEST, 30, _CALENDAR, OUR_BASIS),
    _limit(Clock.RATE, 30, _CALENDAR, OUR_BASIS),
    # Five years after the end; UU 27/2022 art. 43 wants data gone once nobody needs them any more.
    _limit(Clock.IDENTITY_KEPT, 5 * 365 + 1, _CALENDAR, OUR_BASIS),
)
