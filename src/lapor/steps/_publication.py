"""What everybody may read of a report: its text, its place, its files. An officer decides."""

from datetime import datetime
from typing import Any

from django.db.models import Case, Value, When

from lapor.records.reports.attachment import Attachment
from lapor.records.reports.report import Report
from lapor.rules.disclosure import ReleasedFiles, public_region
from lapor.rules.kinds import Audience, PlacePrecision
from lapor.rules.refusals import Refused
from lapor.rules.text import clean_text
from lapor.steps._words import limited

UNPUBLISHED: dict[str, Any] = {
    "is_published": False,
    "public_title": "",
    "public_text": "",
    "public_region": None,
    "public_region_code": "",
    "public_precision": "",
    "public_latitude": None,
    "public_longitude": None,
}


def published(
    report: Report, *, title: str, text: str, precision: PlacePrecision, now: datetime
) -> dict[str, Any]:
    """The fields of a public face. Raises Refused where title or text is missing."""
    title, text = clean_text(title)[:160], limited(text, "public_text")
    if not title:
        raise Refused("title_missing", "public_title")
    if not text:
        raise Refused("text_missing", "public_text")
    code = public_region(report.region_id or "", precision)
    is_exact = precision is PlacePrecision.POINT
    return {
        "is_published": True,
        "published_at": report.published_at or now,
        "public_title": title,
        "public_text": text,
        "public_region_id": code or None,
        "public_region_code": code,
        "public_precision": precision,
        "public_latitude": report.latitude if is_exact else None,
        "public_longitude": report.longitude if is_exact else None,
    }


def release_files(report: Report, files: ReleasedFiles) -> None:
    """Exactly the chosen files become public; what was never shown, or is for officers only, stays."""
    if decided := {*files.shown, *files.public}:
        chosen = Case(
            When(key__in=files.public, then=Value(Audience.PUBLIC)), default=Value(Audience.REPORTER)
        )
        reachable = Attachment.objects.filter(report=report, key__in=decided)
        reachable.exclude(audience=Audience.OFFICERS).update(audience=chosen)
