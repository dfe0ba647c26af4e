"""The officers of the demo world: invited through the real step, with one password for all of them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.contrib.auth.hashers import make_password

from lapor.config.demo.belongings import DOMAIN
from lapor.config.demo.cast import AFFAIRS, CITIES, INSPECTORATE, MINISTRIES, PROVINCES, Cast, Government
from lapor.queries.accounts.actor import actor_for
from lapor.records.accounts.account import Account
from lapor.records.agencies.agency import Agency
from lapor.records.places.region import Region
from lapor.rules.access import STRANGER, SYSTEM, Actor, Role
from lapor.rules.agencies import NATIONAL_DESK_CODE
from lapor.steps.accounts._grant import Grant
from lapor.steps.accounts.create_officer import NewOfficer, create_officer
from lapor.steps.accounts.register import NewAccount, register_account

CITIZEN = f"warga@{DOMAIN}"
# The offices (by the place of their city in `CITIES` and their affair) where somebody approves every answer.
_APPROVED = ((0, "1.03"), (0, "2.12"), (1, "2.11"), (2, "1.03"), (4, "1.02"))
_SINCE = date(2024, 1, 1)
_SHORT = {
    "13": "sumbar", "32": "jabar", "73": "sulsel",
    "13.72": "solok", "13.71": "padang", "32.73": "bandung", "32.01": "bogor", "73.71": "makassar",
    "73.06": "gowa", "P021": "kemensos", "P015": "imigrasi",
    "1.01": "pendidikan", "1.02": "kesehatan", "1.03": "pupr", "1.06": "sosial", "2.11": "lingkungan",
    "2.12": "dukcapil", "2.15": "perhubungan", "2.18": "perizinan", INSPECTORATE: "inspektorat",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Login:
    """A log-in worth telling on the terminal."""

    login: str
    who: str


LOGINS = (
    Login(f"nasional@{DOMAIN}", "Meja nasional: verifikasi dan disposisi"),
    Login(f"sumbar@{DOMAIN}", "Koordinator Provinsi Sumatera Barat: memutus sengketa wewenang"),
    Login(f"solok@{DOMAIN}", "Meja pengaduan Kota Solok"),
    Login(f"pupr.solok@{DOMAIN}", "Penghubung Dinas PUPR Kota Solok: menjawab"),
    Login(f"penyetuju.solok@{DOMAIN}", "Penyetuju Dinas PUPR Kota Solok"),
    Login(f"inspektorat.solok@{DOMAIN}", "Inspektorat Kota Solok"),
    Login(f"pengawas.solok@{DOMAIN}", "Pengawas Kota Solok: membaca dan memberi catatan"),
    Login(f"kemensos@{DOMAIN}", "Meja Kementerian Sosial"),
    Login(CITIZEN, "Warga: laporan-laporannya sendiri dalam berbagai tahap"),
)


def build_cast(*, password: str, now: datetime) -> Cast:
    """All officers; those who are there already keep what they have."""
    national = _agency(NATIONAL_DESK_CODE)
    cast = Cast(
        citizen=_citizen(now),
        national=_officer(
            "nasional", "Nadia Prameswari", national, Role.NATIONAL_DESK, "Analis pengaduan", now
        ),
        national_agency=national,
        coordinators={},
        governments=[],
        ministries={},
    )
    for code in PROVINCES:
        agency, short = _agency(code), _SHORT[code]
        cast.coordinators[agency.pk] = _officer(
            short, f"Koordinator {short.title()}", agency, Role.COORDINATOR, "Biro Organisasi", now
        )
        _officer(f"meja.{short}", f"Meja {short.title()}", agency, Role.AGENCY_DESK, "Admin instansi", now)
    cast.governments = [_government(code, now) for code in CITIES]
    villages = tuple(village for government in cast.governments for village in government.villages)
    for code in MINISTRIES:
        cast.ministries[code] = _ministry(code, villages, now)
    for number, affair in _APPROVED:
        _approver(cast.governments[number], affair, now)
    _officer("pengawas.solok", "Wali Kota", _agency("1372"), Role.OVERSEER, "Wali Kota", now)
    Account.objects.filter(login__endswith=f"@{DOMAIN}").update(
        password=make_password(password), email_confirmed_at=now
    )
    return cast


def _citizen(now: datetime) -> Actor:
    details = NewAccount(name="Rahma Permata", login=CITIZEN)
    register_account(actor=STRANGER, details=details, now=now)
    return _actor(CITIZEN)


def _approver(government: Government, affair: str, now: datetime) -> None:
    """The first city's first one keeps the short log-in that everybody is told."""
    city = next(code for code in CITIES if code.replace(".", "") == government.agency.code)
    short = "penyetuju" if (city, affair) == (CITIES[0], "1.03") else f"penyetuju.{_SHORT[affair]}"
    office = government.offices[affair]
    government.approvers[affair] = _officer(
        f"{short}.{_SHORT[city]}", f"Kepala {office.name}", office, Role.APPROVER, "Kepala Dinas", now
    )


def _agency(code: str) -> Agency:
    return Agency.objects.select_related("root").get(code=code)


def _officer(short: str, name: str, agency: Agency, role: Role, position: str, now: datetime) -> Actor:
    login = f"{short}@{DOMAIN}"
    if not Account.objects.filter(login=login).exists():
        grant = Grant(agency_code=agency.code, role=role, position=position, valid_from=_SINCE)
        create_officer(actor=SYSTEM, details=NewOfficer(name=name, email=login, grant=grant), now=now)
    return _actor(login)


def _actor(login: str) -> Actor:
    account_id = Account.objects.values_list("pk", flat=True).get(login=login)
    return actor_for(account_id, today=datetime.now(UTC).date())


def _government(code: str, now: datetime) -> Government:
    agency, short = _agency(code.replace(".", "")), _SHORT[code]
    villages = Region.objects.filter(code__startswith=f"{code}.", level="village", is_active=True)
    government = Government(
        agency=agency,
        desk=_officer(short, f"Meja {short.title()}", agency, Role.AGENCY_DESK, "Admin instansi", now),
        villages=tuple(villages.order_by("code").values_list("code", flat=True)),
    )
    for affair in (*AFFAIRS, INSPECTORATE):
        office = _agency(f"{agency.code}-{affair}")
        role = Role.INSPECTORATE if affair == INSPECTORATE else Role.LIAISON
        login = f"{_SHORT[affair]}.{short}"
        government.offices[affair] = office
        government.liaisons[affair] = _officer(
            login, f"Penghubung {_SHORT[affair].title()}", office, role, "Pejabat penghubung", now
        )
    return government


def _ministry(code: str, villages: tuple[str, ...], now: datetime) -> Government:
    agency, short = _agency(code), _SHORT[code]
    desk = _officer(short, f"Meja {short.title()}", agency, Role.AGENCY_DESK, "Admin instansi", now)
    return Government(agency=agency, desk=desk, villages=villages)
