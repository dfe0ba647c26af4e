"""What a receipt (tanda terima) says: a duty of UU 25/2009 art. 43 and Perpres 76/2013 art. 13."""

from dataclasses import dataclass
from datetime import date, datetime

from lapor.rules.deadlines import Clock, DayUnit
from lapor.rules.file_types import FileGroup
from lapor.rules.status_line import StatusLine


@dataclass(frozen=True, slots=True)
class PlanStep:
    """What comes next: `clock` names it, `by` is its last day if everything before takes its whole time.

    None where the day depends on somebody's act; then only the `days` of its `unit` are known.
    """

    clock: Clock
    days: int
    unit: DayUnit
    by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPage:
    """One receipt. `received_by` is the agency whose officer took it down, "" where the reporter did.

    `plan` is empty once an officer has read the report: then the tracking page knows more.
    """

    code: str
    title: str
    kind: str
    door: str
    place: str
    place_text: str
    received_at: datetime
    received_by: str
    files: tuple[tuple[FileGroup, int], ...]
    is_anonymous: bool
    is_secret: bool
    holder: str
    is_national: bool
    zone: str
    line: StatusLine
    plan: tuple[PlanStep, ...]
