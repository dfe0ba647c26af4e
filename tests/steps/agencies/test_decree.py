"""Decrees: number, dates, team, scan; a decree never loses the scan it had."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lapor.records.accounts.amendment import Amendment
from lapor.records.agencies.decree import Decree
from lapor.rules.refusals import NotFound, Refused
from lapor.steps.agencies._decree import DecreeDetails, MemberDetails
from lapor.steps.agencies.edit_decree import edit_decree
from lapor.steps.agencies.record_decree import record_decree
from tests.builders.files import PDF, SECRET_WORDS, photo, storage_folder  # noqa: F401
from tests.builders.world import World, small_world

TEAM = (MemberDetails("Andi Wijaya", "Sekretaris dinas", "Ketua"), MemberDetails("Budi", role="Penghubung"))
DETAILS = DecreeDetails(
    number="SK 12/2026", dated_on=date(2026, 1, 5), valid_to=date(2027, 12, 31), members=TEAM
)


def scan() -> io.BytesIO:
    return io.BytesIO(PDF)


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def recorded(world: World, details: DecreeDetails = DETAILS) -> Decree:
    id_ = record_decree(actor=world.officers["solok"], code="PUPR", details=details, now=world.now)
    return Decree.objects.get(pk=id_)


def test_number_dates_team_and_scan_are_kept(world: World, storage_folder: Path) -> None:  # noqa: F811
    decree = recorded(world, replace(DETAILS, file=scan()))
    assert (decree.agency_id, decree.number) == (world.agencies["PUPR"].pk, "SK 12/2026")
    assert [(m.name, m.position, m.role) for m in decree.members.all()] == [
        ("Andi Wijaya", "Sekretaris dinas", "Ketua"),
        ("Budi", "", "Penghubung"),
    ]
    assert (storage_folder / decree.file.name).read_bytes() == PDF
    line = Amendment.objects.get(subject="decree")
    assert (line.deed, line.agency_id) == ("added", world.agencies["PUPR"].pk)
    assert line.changes["members"][1][0] == "Andi Wijaya · Sekretaris dinas · Ketua"


def test_a_photographed_decree_is_drawn_anew(world: World, storage_folder: Path) -> None:  # noqa: F811
    decree = recorded(world, replace(DETAILS, file=photo()))
    content = (storage_folder / decree.file.name).read_bytes()
    assert decree.file.name.endswith(".jpg")
    assert SECRET_WORDS.encode() not in content


@pytest.mark.parametrize(
    ("changes", "reason", "field"),
    [
        ({"number": "  "}, "decree_number_missing", "number"),
        ({"number": "x" * 121}, "line_too_long", "number"),
        ({"dated_on": date(2026, 12, 1)}, "decree_in_future", "dated_on"),
        ({"valid_to": date(2025, 12, 31)}, "ends_before_start", "valid_to"),
        ({"members": (MemberDetails(" "),)}, "member_name_missing", "members"),
        ({"members": (MemberDetails("A" * 151),)}, "line_too_long", "members"),
        ({"members": (MemberDetails("Andi"),) * 61}, "too_many_members", "members"),
        ({"file": io.BytesIO(b"")}, "file_empty", "file"),
        ({"file": io.BytesIO(b"MZ\x90 program")}, "decree_file_type", "file"),
        ({"file": io.BytesIO(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR broken")}, "file_damaged", "file"),
    ],
)
def test_what_cannot_be_recorded_leaves_nothing(
    world: World,
    storage_folder: Path,  # noqa: F811
    changes: dict[str, object],
    reason: str,
    field: str,
) -> None:
    details = replace(DETAILS, **({"file": scan()} | changes))  # type: ignore[arg-type]
    with pytest.raises(Refused) as refused:
        recorded(world, details)
    assert (refused.value.reason, refused.value.field) == (reason, field)
    assert not Decree.objects.exists()
    assert files_in(storage_folder) == []


def test_a_number_is_given_once_per_agency(world: World) -> None:
    recorded(world)
    with pytest.raises(Refused) as refused:
        recorded(world)
    assert refused.value.reason == "decree_number_taken"
    record_decree(actor=world.officers["solok"], code="Dishub", details=DETAILS, now=world.now)


@pytest.mark.django_db(transaction=True)
def test_a_new_scan_replaces_the_old_one_and_none_keeps_it(storage_folder: Path) -> None:  # noqa: F811
    world = small_world()
    decree = recorded(world, replace(DETAILS, file=scan()))
    first = decree.file.name

    def edit(details: DecreeDetails) -> None:
        edit_decree(
            actor=world.officers["solok"], code="PUPR", decree_id=decree.pk, details=details, now=world.now
        )
        decree.refresh_from_db()

    edit(replace(DETAILS, members=TEAM[:1]))
    assert decree.file.name == first
    assert decree.members.count() == 1
    edit(replace(DETAILS, file=photo()))
    assert files_in(storage_folder) == [Path(decree.file.name).name]
    with pytest.raises(Refused):
        edit(replace(DETAILS, number="", file=scan()))
    assert files_in(storage_folder) == [Path(decree.file.name).name]


def test_others_cannot_touch_it(world: World) -> None:
    decree = recorded(world)
    for who in ("padang", "pupr", "provinsi", "pengawas"):
        with pytest.raises(NotFound):
            record_decree(actor=world.officers[who], code="PUPR", details=DETAILS, now=world.now)
    with pytest.raises(NotFound):
        # His own agency, but a decree of another one.
        edit_decree(
            actor=world.officers["padang"],
            code="Kota Padang",
            decree_id=decree.pk,
            details=DETAILS,
            now=world.now,
        )
