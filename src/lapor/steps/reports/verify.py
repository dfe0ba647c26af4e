"""Verifies a report and routes it (verifikasi dan disposisi)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lapor.records.catalogue.category import Category
from lapor.records.reports.copy import Copy
from lapor.records.reports.report import Report
from lapor.rules.access import Actor
from lapor.rules.disclosure import NO_FILES, ReleasedFiles
from lapor.rules.kinds import Kind, PlacePrecision
from lapor.rules.lifecycle import Move
from lapor.rules.refusals import Refused
from lapor.rules.text import clean_text
from lapor.steps._destination import destination_and_copies
from lapor.steps._open import open_report
from lapor.steps._publication import UNPUBLISHED, published, release_files
from lapor.steps._record import Said, record


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What the verifying officer decided. The public text is what everybody may read, if anything."""

    to_agency_id: int
    reason: str
    public_title: str
    public_text: str
    kind: Kind
    category_code: str = ""
    is_supervisory: bool = False
    is_priority: bool = False
    is_anonymous: bool = False
    is_secret: bool = False
    public_precision: PlacePrecision = PlacePrecision.VILLAGE
    files: ReleasedFiles = NO_FILES
    tags: tuple[str, ...] = ()
    copy_agency_ids: tuple[int, ...] = ()


def verify_report(*, actor: Actor, code: str, details: Verification, now: datetime) -> None:
    """Releases the public text and routes the report. Raises Refused, MoveNotAllowed, MoveHindered."""
    with open_report(actor, Move.VERIFY, code) as opened:
        report = opened.report
        fields = _decided(report, details)
        to, copies = destination_and_copies(
            details.to_agency_id, details.copy_agency_ids, is_supervisory=fields["is_supervisory"]
        )
        fields |= _publication(report, details, now)
        said = Said(
            note=clean_text(details.reason),
            details={
                "kind": details.kind.value,
                "is_supervisory": fields["is_supervisory"],
                "copied": [agency.pk for agency in copies],
            },
        )
        record(opened, Move.VERIFY, now=now, said=said, to=to, changes=fields)
        release_files(report, details.files.taken_back() if details.is_secret else details.files)
        Copy.objects.bulk_create(
            [Copy(report=report, agency=agency, at=now) for agency in copies], ignore_conflicts=True
        )


def _decided(report: Report, details: Verification) -> dict[str, Any]:
    if (report.is_anonymous and not details.is_anonymous) or (report.is_secret and not details.is_secret):
        # Only the reporter himself may open what he closed.
        raise Refused("less_privacy", "privacy")
    category = None
    if details.category_code:
        category = Category.objects.filter(code=details.category_code).first()
        if category is None:
            raise Refused("category_unknown", "category")
    return {
        "kind": details.kind,
        "category": category,
        "is_supervisory": details.is_supervisory and details.kind is Kind.COMPLAINT,
        "is_formal": report.is_formal and details.kind is Kind.INFORMATION_REQUEST,
        "is_priority": details.is_priority,
        "is_anonymous": details.is_anonymous,
        "is_secret": details.is_secret,
        "tags": [clean_text(tag)[:40] for tag in details.tags if tag.strip()],
    }


def _publication(report: Report, details: Verification, now: datetime) -> dict[str, Any]:
    """The public face of the report; empty and unpublished where the content is secret."""
    if details.is_secret:
        return UNPUBLISHED
    return published(
        report,
        title=details.public_title,
        text=details.public_text,
        precision=details.public_precision,
        now=now,
    )
