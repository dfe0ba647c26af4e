"""Doors and teams of the demo's governments, so that their pages show what a complete one looks like."""

from datetime import date, datetime
from io import BytesIO
from random import Random

from lapor.config.demo.cast import Cast, Government
from lapor.config.demo.people import person
from lapor.config.demo.pictures import picture
from lapor.records.agencies.decree import Decree
from lapor.rules.access import SYSTEM
from lapor.steps.agencies.confirm_agencies import confirm_agencies
from lapor.steps.agencies.edit_agency import AgencyDetails, edit_agency
from lapor.steps.agencies.record_decree import DecreeDetails, MemberDetails, record_decree

_TEAM = (
    ("Kepala Bagian Organisasi", "Penanggung jawab"),
    ("Analis Kebijakan", "Admin instansi"),
    ("Pranata Humas", "Anggota"),
)


def open_doors(cast: Cast, *, now: datetime) -> None:
    """Every government but the last states its doors and its team: one is left as most are found today."""
    for government in cast.governments[:-1]:
        if not Decree.objects.filter(agency=government.agency).exists():
            _open(government, now)


def _open(government: Government, now: datetime) -> None:
    agency, random = government.agency, Random(government.agency.code)  # noqa: S311 - a play
    short = agency.name.removeprefix("Pemerintah ")
    edit_agency(
        actor=SYSTEM,
        code=agency.code,
        details=AgencyDetails(
            name=agency.name,
            address=f"Kantor {short}, Jalan Contoh Nomor 1",
            phone=f"0800{random.randrange(10**6, 10**7)}",
            email=f"aduan.{agency.code}@contoh.test",
            website=agency.website,
            time_zone=agency.time_zone,
        ),
        now=now,
    )
    confirm_agencies(
        actor=SYSTEM, codes=tuple(office.code for office in government.offices.values()), now=now
    )
    members = tuple(MemberDetails(person(random), position, role) for position, role in _TEAM)
    number = f"188.45/{random.randrange(100, 999)}/2024"
    scan = BytesIO(picture("decree", random))
    details = DecreeDetails(number=number, dated_on=date(2024, 1, 15), members=members, file=scan)
    record_decree(actor=SYSTEM, code=agency.code, details=details, now=now)
