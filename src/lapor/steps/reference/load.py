"""Loads the shipped reference data: idempotent, versioned, upgradeable."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction

from lapor.records.calendar.reference_version import ReferenceVersion
from lapor.steps.reference.agencies import AGENCIES
from lapor.steps.reference.calendar import HOLIDAYS, LIMITS
from lapor.steps.reference.categories import CATEGORIES
from lapor.steps.reference.dataset import Dataset
from lapor.steps.reference.follow_up_templates import FOLLOW_UP_TEMPLATES
from lapor.steps.reference.notice_templates import NOTICE_TEMPLATES
from lapor.steps.reference.regions import REGIONS

#: In the order of their foreign keys.
DATASETS = (REGIONS, AGENCIES, CATEGORIES, HOLIDAYS, LIMITS, FOLLOW_UP_TEMPLATES, NOTICE_TEMPLATES)
#: Told the name of a data set and the share of it that is done, 0 to 1.
Progress = Callable[[str, float], None]
_LOCK = 0x1A902


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of one data set; `was_current` when its version was already there.

    `kept` are rows no longer shipped that stay active because they are in use.
    """

    name: str
    rows: int
    was_current: bool
    kept: int = 0


def load_reference(
    *, progress: Progress, now: datetime, provinces: frozenset[str] | None = None
) -> tuple[Loaded, ...]:
    """Bring regions, agencies, categories, holidays, limits and texts to the shipped version.

    Only data sets whose files or reading code changed are touched. Rows that vanished from them are
    switched off, never deleted, and an agency only when it holds no open report and has no officer; what an
    administrator confirmed, changed or made stays as it is.
    `provinces` (two-digit codes) restricts regions and agencies to a part of the country.
    """
    return tuple(_bring_up(dataset, progress, now, provinces) for dataset in DATASETS)


def _bring_up(
    dataset: Dataset, progress: Progress, now: datetime, provinces: frozenset[str] | None
) -> Loaded:
    version = dataset.version(provinces)
    with transaction.atomic(), connection.cursor() as cursor:
        # Two servers that start at once: the second waits and finds the work done.
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        current = ReferenceVersion.objects.filter(name=dataset.name, version=version).first()
        if current is not None:
            progress(dataset.name, 1.0)
            return Loaded(dataset.name, current.rows, was_current=True)
        progress(dataset.name, 0.0)
        rows = dataset.load(cursor, provinces, lambda share: progress(dataset.name, share))
        kept = dataset.kept(cursor, provinces)
        ReferenceVersion.objects.update_or_create(
            name=dataset.name, defaults={"version": version, "rows": rows, "loaded_at": now}
        )
    progress(dataset.name, 1.0)
    return Loaded(dataset.name, rows, was_current=False, kept=kept)
