"""The export: what everybody may read, of everything published, and nothing else."""

import csv
import json
from io import StringIO

from django.core.management import call_command

from lapor.queries.reports.public_export import export_columns, export_rows
from lapor.records.privacy import Privacy
from lapor.records.reports.report import Report
from lapor.steps.reports.set_privacy import set_privacy
from tests.builders.world import World, in_progress, received, reporter_of, routed, row

MARKS = ("Siti Rahma", "siti@contoh.test", "0812", "Hubungi saya")


def exported(**options: str) -> str:
    out = StringIO()
    call_command("export", stdout=out, **options)
    return out.getvalue()


def test_only_public_fields_are_columns() -> None:
    assert all(Report.privacy[name] is Privacy.PUBLIC for name in export_columns())
    assert not {"title", "text", "place_text", "access_hash", "latitude"} & set(export_columns())


def test_published_reports_are_there_and_others_are_not(world: World) -> None:
    published, secret, unread = in_progress(world), routed(world), received(world).code
    set_privacy(
        actor=reporter_of(secret), code=secret, is_anonymous=False, is_secret=True, now=world.later(hours=1)
    )
    (found,) = export_rows()
    assert (found["code"], found["state"], found["held_by"]) == (published, "in_progress", "PUPR")
    assert found["public_title"] == "Jalan Pandan Ujung berlubang"
    for output in (exported(), exported(format="jsonl")):
        assert published in output
        for mark in (*MARKS, secret, unread):
            assert mark not in output
    (line,) = exported(format="jsonl").splitlines()
    assert json.loads(line)["received_at"] == row(published).received_at.isoformat()
    (record,) = csv.DictReader(StringIO(exported()))
    assert set(record) == set(export_columns())


def test_a_title_is_never_a_formula(world: World) -> None:
    code = in_progress(world)
    Report.everything.filter(code=code).update(public_title="=HYPERLINK(1)")
    (record,) = csv.DictReader(StringIO(exported()))
    assert record["public_title"] == "'=HYPERLINK(1)"
    assert json.loads(exported(format="jsonl"))["public_title"] == "=HYPERLINK(1)"
