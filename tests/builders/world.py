"""A small world for tests: places, agencies, officers and reports, built through the real steps."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from lapor.queries.accounts.actor import actor_for
from lapor.queries.calendar.calendars import forget_calendars
from lapor.queries.calendar.limits import forget_limits
from lapor.records.accounts.account import Account
from lapor.records.accounts.membership import Membership
from lapor.records.agencies.agency import Agency
from lapor.records.calendar.day_limit import DayLimit
from lapor.records.calendar.holiday import Holiday
from lapor.records.places.region import Region
from lapor.records.reports.attachment import Attachment
from lapor.records.reports.report import Report
from lapor.rules.access import STRANGER, Actor, ActorKind, Role
from lapor.rules.agencies import NATIONAL_DESK_CODE, AgencyKind
from lapor.rules.kinds import Audience, Kind, ProposalKind
from lapor.rules.limits import DEFAULT_LIMITS
from lapor.steps.reports.extend import extend_report
from lapor.steps.reports.follow_up import Answer, follow_up
from lapor.steps.reports.propose import Draft, propose
from lapor.steps.reports.receive import Contact, Receipt, ReportDetails, receive_report
from lapor.steps.reports.route_down import route_down
from lapor.steps.reports.settle import Settlement, settle_report
from lapor.steps.reports.verify import Verification, verify_report

# A Wednesday, 19.42 in Western Indonesia: the day the story of the mock-ups begins.
START = datetime(2026, 11, 18, 12, 42, tzinfo=UTC)


@dataclass
class World:
    """Agencies by short name, officers as actors, and the time that passes."""

    agencies: dict[str, Agency] = field(default_factory=dict)
    officers: dict[str, Actor] = field(default_factory=dict)
    now: datetime = START

    def later(self, **duration: float) -> datetime:
        """Lets time pass and returns the new moment."""
        self.now += timedelta(**duration)
        return self.now

    def agency(
        self,
        name: str,
        kind: AgencyKind,
        *,
        parent: str | None = None,
        coordinated_by: str | None = None,
        region: str | None = None,
        code: str = "",
    ) -> Agency:
        above = self.agencies.get(parent or "")
        coordinator = self.agencies.get(coordinated_by or "")
        row = Agency.objects.create(
            code=code or name,
            name=name,
            kind=kind,
            parent=above,
            coordinated_by=coordinator,
            region_id=region,
            time_zone="Asia/Jakarta",
        )
        row.path = f"{above.path if above else '/'}{row.pk}/"
        row.root = above.root if above else row
        row.save()
        self.agencies[name] = row
        return row

    def officer(self, short: str, agency: str, role: Role) -> Actor:
        login = f"{short}@contoh.test"
        account, _ = Account.objects.get_or_create(
            login=login, defaults={"email": login, "name": f"Petugas {short}"}
        )
        Membership.objects.create(
            account=account, agency=self.agencies[agency], role=role, valid_from=date(2024, 1, 1)
        )
        self.officers[short] = actor_for(account.pk, today=date(2026, 11, 18))
        return self.officers[short]


HOLIDAYS = (date(2026, 3, 18), date(2026, 12, 24), date(2026, 12, 25), date(2027, 1, 1))


def calendar_and_limits() -> None:
    """The default day limits and the few holidays the tests' stories meet."""
    DayLimit.objects.bulk_create(
        [
            DayLimit(
                clock=limit.clock,
                days=limit.days,
                unit=limit.unit,
                kind=limit.kind,
                is_supervisory=limit.is_supervisory,
                valid_from=limit.valid_from,
                legal_basis=limit.legal_basis,
            )
            for limit in DEFAULT_LIMITS
        ]
    )
    Holiday.objects.bulk_create([Holiday(on=day, name="Libur", kind="national") for day in HOLIDAYS])
    forget_limits()
    forget_calendars()


def small_world() -> World:
    """National desk, a province, the city of Solok with an office and an inspectorate, one other city."""
    world = World()
    calendar_and_limits()
    for code, name, level, parent in (
        ("13", "Sumatera Barat", "province", None),
        ("13.72", "Kota Solok", "city", "13"),
        ("13.72.02", "Tanjung Harapan", "district", "13.72"),
        ("13.72.02.1003", "Tanjung Paku", "village", "13.72.02"),
        ("13.71", "Kota Padang", "city", "13"),
    ):
        Region.objects.create(
            code=code, name=name, level=level, parent_id=parent, label=name, search=name.lower()
        )
    world.agency("Meja Nasional", AgencyKind.NATIONAL_DESK, code=NATIONAL_DESK_CODE)
    world.agency("Provinsi", AgencyKind.PROVINCE, coordinated_by="Meja Nasional", region="13")
    world.agency("Kota Solok", AgencyKind.CITY, coordinated_by="Provinsi", region="13.72")
    world.agency("PUPR", AgencyKind.OFFICE, parent="Kota Solok", region="13.72")
    world.agency("Bidang Jalan", AgencyKind.UNIT, parent="PUPR", region="13.72")
    world.agency("Dishub", AgencyKind.OFFICE, parent="Kota Solok", region="13.72")
    world.agency("Inspektorat", AgencyKind.INSPECTORATE, parent="Kota Solok", region="13.72")
    world.agency("Kota Padang", AgencyKind.CITY, coordinated_by="Provinsi", region="13.71")
    world.officer("nasional", "Meja Nasional", Role.NATIONAL_DESK)
    world.officer("provinsi", "Provinsi", Role.COORDINATOR)
    world.officer("solok", "Kota Solok", Role.AGENCY_DESK)
    world.officer("pupr", "PUPR", Role.LIAISON)
    world.officer("inspektur", "Inspektorat", Role.INSPECTORATE)
    world.officer("dishub", "Dishub", Role.LIAISON)
    world.officer("padang", "Kota Padang", Role.AGENCY_DESK)
    world.officer("pengawas", "Kota Solok", Role.OVERSEER)
    return world


TEXT = "Jalan Pandan Ujung di depan SD berlubang besar. Sudah dua minggu. Hubungi saya di 0812 3456 7890."


def report_details(key: UUID | None = None, **changes: object) -> ReportDetails:
    words: dict[str, object] = {
        "idempotency_key": key or uuid4(),
        "text": TEXT,
        "region_code": "13.72.02.1003",
        "latitude": -0.79,
        "longitude": 100.66,
        "place_text": "Jalan Pandan Ujung",
        "contact": Contact(name="Siti Rahma", email="siti@contoh.test"),
    }
    return ReportDetails(**(words | changes))  # type: ignore[arg-type]


def received(world: World, *, actor: Actor = STRANGER, **changes: object) -> Receipt:
    return receive_report(actor=actor, details=report_details(**changes), now=world.now)  # type: ignore[arg-type]


def reporter_of(code: str) -> Actor:
    """The actor of a browser that knows the report's access code."""
    return Actor(ActorKind.REPORTER, unlocked=frozenset({code}))


def verification(world: World, to: str = "Kota Solok", **changes: object) -> Verification:
    words: dict[str, object] = {
        "to_agency_id": world.agencies[to].pk,
        "reason": "Jalan ini jalan kota.",
        "public_title": "Jalan Pandan Ujung berlubang",
        "public_text": "Jalan Pandan Ujung di depan SD berlubang besar.",
        "kind": Kind.COMPLAINT,
    }
    return Verification(**(words | changes))  # type: ignore[arg-type]


def routed(world: World, to: str = "Kota Solok", **changes: object) -> str:
    code = received(world).code
    world.later(hours=2)
    verify_report(
        actor=world.officers["nasional"], code=code, details=verification(world, to, **changes), now=world.now
    )
    return code


def at_office(world: World) -> str:
    code = routed(world)
    route_down(
        actor=world.officers["solok"],
        code=code,
        to_agency_id=world.agencies["PUPR"].pk,
        reason="Pemeliharaan jalan kota.",
        now=world.later(hours=1),
    )
    return code


def in_progress(world: World) -> str:
    code = at_office(world)
    follow_up(
        actor=world.officers["pupr"],
        code=code,
        details=Answer(text="Tim mengukur besok."),
        now=world.later(hours=1),
    )
    return code


def settled(world: World) -> str:
    code = in_progress(world)
    settle_report(
        actor=world.officers["pupr"],
        code=code,
        details=Settlement(text="Lubang sudah ditutup.", attachment_keys=(stored_file(world),)),
        now=world.later(days=1),
    )
    return code


def extended(world: World, code: str) -> None:
    """The office asks for five more days and the city grants them."""
    words = "Menunggu aspal dari provinsi."
    draft = Draft(kind=ProposalKind.EXTENSION, text=words, days=5)
    propose(actor=world.officers["pupr"], code=code, details=draft, now=world.later(hours=1))
    extend_report(actor=world.officers["solok"], code=code, now=world.later(hours=1))


def stored_file(world: World, audience: Audience = Audience.REPORTER) -> UUID:
    """A stored attachment row that belongs to nothing yet."""
    key = uuid4()
    Attachment.objects.create(
        key=key,
        audience=audience,
        owner_kind="officer",
        name="foto.jpg",
        type="jpg",
        size=10,
        path=f"attachments/{key}.jpg",
        is_stored=True,
        created_at=world.now,
    )
    return key


def row(code: str) -> Report:
    return Report.everything.select_related("held_by", "holder_root").get(code=code)
