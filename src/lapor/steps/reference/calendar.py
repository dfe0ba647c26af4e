"""National holidays with joint leave, and the day limits of all clocks."""

from datetime import date

from lapor.records.reference.files import rows_of
from lapor.rules.limits import DEFAULT_LIMITS
from lapor.steps.reference.dataset import Cursor, Dataset, Tick
from lapor.steps.reference.staging import stage

_KINDS = {"libur_nasional": "national", "cuti_bersama": "joint_leave"}
_HOLIDAY_COLUMNS = {"on": "date", "name": "text", "kind": "text"}
_TAKE_OVER_HOLIDAYS = """
    INSERT INTO lapor_holiday ("on", name, kind, is_shipped, is_active)
    SELECT "on", name, kind, true, true FROM staged_holidays ORDER BY "on"
    ON CONFLICT ("on", region_id) DO UPDATE
    SET name = excluded.name, kind = excluded.kind, is_active = true
    WHERE lapor_holiday.is_shipped
"""
_RETIRE_HOLIDAYS = """
    UPDATE lapor_holiday SET is_active = false
    WHERE is_active AND is_shipped AND "on" NOT IN (SELECT "on" FROM staged_holidays)
"""
# A limit that somebody corrected or ended stays so: new law is a new row from its day on.
_ADD_LIMIT = """
    INSERT INTO lapor_daylimit (clock, days, unit, kind, is_supervisory, valid_from, valid_to, legal_basis)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
    ON CONFLICT (clock, kind, is_supervisory, valid_from) DO NOTHING
"""


def _load_holidays(cursor: Cursor, provinces: frozenset[str] | None, tick: Tick) -> int:
    rows = [
        (date.fromisoformat(row["date"]), row["name"], _KINDS[row["kind"]])
        for row in rows_of("holidays_2024_2027.csv")
    ]
    stage(cursor, "staged_holidays", _HOLIDAY_COLUMNS, rows, tick)
    cursor.execute(_TAKE_OVER_HOLIDAYS)
    cursor.execute(_RETIRE_HOLIDAYS)
    return len(rows)


def _load_limits(cursor: Cursor, provinces: frozenset[str] | None, tick: Tick) -> int:
    for limit in DEFAULT_LIMITS:
        cursor.execute(
            _ADD_LIMIT,
            [
                limit.clock.value,
                limit.days,
                limit.unit.value,
                limit.kind,
                limit.is_supervisory,
                limit.valid_from,
                limit.valid_to,
                limit.legal_basis,
            ],
        )
    return len(DEFAULT_LIMITS)


HOLIDAYS = Dataset(
    name="holidays",
    files=("holidays_2024_2027.csv",),
    code=("steps/reference/calendar.py",),
    load=_load_holidays,
)
LIMITS = Dataset(
    name="limits",
    files=(),
    code=("rules/limits.py", "rules/deadlines.py", "steps/reference/calendar.py"),
    load=_load_limits,
)
