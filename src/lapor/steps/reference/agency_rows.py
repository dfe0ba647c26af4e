"""The shipped agencies as rows: central bodies, regional governments, their typical offices and districts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lapor.records.reference.files import rows_of
from lapor.rules.agencies import NATIONAL_DESK_CODE, AgencyKind
from lapor.rules.folding import fold
from lapor.rules.places import WESTERN, parent_code, time_zone_of

CENTRAL_KINDS = {
    "kementerian_koordinator": AgencyKind.MINISTRY,
    "kementerian": AgencyKind.MINISTRY,
    "lembaga_setingkat_kementerian": AgencyKind.INSTITUTION,
    "lpnk": AgencyKind.INSTITUTION,
    "lembaga_negara": AgencyKind.INSTITUTION,
    "lembaga_nonstruktural": AgencyKind.INSTITUTION,
    "badan_hukum_publik": AgencyKind.INSTITUTION,
    "bumn": AgencyKind.STATE_COMPANY,
    "ptn": AgencyKind.UNIVERSITY,
}
_GOVERNMENT_KINDS = {
    "provinsi": AgencyKind.PROVINCE,
    "kabupaten": AgencyKind.REGENCY,
    "kota": AgencyKind.CITY,
}
_GOVERNMENT_SHORT = {"provinsi": "Pemprov", "kabupaten": "Pemkab", "kota": "Pemkot"}
_DKI_LONG, _DKI_SHORT = "Daerah Khusus Ibukota Jakarta", "DKI Jakarta"
_YOGYAKARTA = "34"
_PAPUA = frozenset({"91", "92", "93", "94", "95", "96"})


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """One agency as shipped; parents are named by code, `region` is a dotted region code."""

    code: str
    name: str
    abbreviation: str
    kind: AgencyKind
    parent: str | None = None
    coordinator: str | None = None
    region: str | None = None
    affair: str = ""
    website: str = ""
    is_generated: bool = False
    #: Further words it is known by.
    also: str = ""

    def columns(self) -> tuple[object, ...]:
        """In the order of the staging table."""
        zone = time_zone_of(self.region) if self.region else WESTERN
        search = fold(f"{self.name} {self.abbreviation} {self.also}")
        return (
            self.code,
            self.name,
            self.abbreviation,
            self.kind.value,
            self.parent,
            self.coordinator,
            self.region,
            self.affair,
            self.website,
            zone,
            self.is_generated,
            search,
        )


def agency_rows(provinces: frozenset[str] | None) -> Iterator[AgencyRow]:
    """All of them, each after its parent; central bodies always, regional ones within `provinces`."""
    yield from _central()
    for row in rows_of("agencies_regional.csv", provinces):
        yield from _government(row)
    yield from _districts(provinces)


def _central() -> Iterator[AgencyRow]:
    yield AgencyRow(
        code=NATIONAL_DESK_CODE,
        name="Meja Nasional SP4N-LAPOR! (Kementerian PANRB)",
        abbreviation="Meja Nasional",
        kind=AgencyKind.NATIONAL_DESK,
    )
    for row in rows_of("agencies_central.csv"):
        yield AgencyRow(
            code=row["id"],
            name=row["name"],
            abbreviation=row["abbr"],
            kind=CENTRAL_KINDS[row["kind"]],
            coordinator=NATIONAL_DESK_CODE,
            website=_website(row),
            also=row["website"].partition(".")[0],
        )


def _website(row: dict[str, str]) -> str:
    """Only observed addresses: a guessed one would send people to nowhere, or to somebody else."""
    observed = row["website"] and row["website_basis"].startswith("observed")
    return f"https://{row['website']}" if observed else ""


def _government(row: dict[str, str]) -> Iterator[AgencyRow]:
    code, region = row["code"].replace(".", ""), row["code"]
    above = (parent_code(region) or "").replace(".", "")
    if row["autonomous"] != "1":
        # The cities of Jakarta are administered by its province (UU 29/2007): units, with no offices.
        name = row["government_name"].partition(" (")[0]
        yield AgencyRow(code, name, "", AgencyKind.UNIT, parent=above, region=region)
        return
    yield AgencyRow(
        code=code,
        name=row["government_name"].replace("Pemerintah Daerah Daerah", "Pemerintah Daerah"),
        abbreviation=_short_government(row),
        kind=_GOVERNMENT_KINDS[row["level"]],
        coordinator=above or NATIONAL_DESK_CODE,
        region=region,
        website=_website(row),
    )
    yield from _offices(row, code)


def _short_government(row: dict[str, str]) -> str:
    bare = re.sub(r"^(?:Kabupaten|Kota) ", "", row["region_name"]).replace(_DKI_LONG, _DKI_SHORT)
    if row["code"] == _YOGYAKARTA:
        return "Pemda DIY"
    return f"{_GOVERNMENT_SHORT[row['level']]} {bare}"


@cache
def _office_names() -> tuple[dict[str, str], ...]:
    return tuple(rows_of("office_names.csv"))


def _offices(row: dict[str, str], government: str) -> Iterator[AgencyRow]:
    """The typical structure of a government of this level (PP 18/2016, PP 72/2019)."""
    level = "prov" if row["level"] == "provinsi" else "kab"
    for office in _office_names():
        if level not in office["levels"].split(","):
            continue
        yield AgencyRow(
            code=f"{government}-{office['key']}",
            name=f"{office['name']} {_area(row, office['name'])}",
            abbreviation=office["abbreviation"],
            kind=AgencyKind(office["kind"]),
            parent=government,
            region=row["code"],
            affair=office["affairs"].partition(",")[0],
            is_generated=True,
        )


def _area(row: dict[str, str], office: str) -> str:
    """The government's name as it stands behind an office's: "Kota Solok", "Provinsi Jawa Barat", "Aceh"."""
    if row["code"] == _YOGYAKARTA:
        return "DIY" if office.endswith("Daerah") else row["region_name"]
    area = row["government_name"].removeprefix("Pemerintah ")
    return area.replace(_DKI_LONG, _DKI_SHORT)


def _districts(provinces: frozenset[str] | None) -> Iterator[AgencyRow]:
    regencies: dict[str, str] = {}
    for row in rows_of("regions.csv.gz", provinces):
        code = row["code"]
        if row["level"] in ("kabupaten", "kota"):
            regencies[code] = row["name"]
        if row["level"] != "kecamatan":
            continue
        regency = code[:5]
        yield AgencyRow(
            code=code.replace(".", ""),
            name=f"{_district_designation(regency)} {row['name']}, {regencies[regency]}",
            abbreviation="",
            kind=AgencyKind.UNIT,
            parent=regency.replace(".", ""),
            region=code,
            is_generated=True,
        )


def _district_designation(regency: str) -> str:
    """Kecamatan; in Papua *distrik* (UU 21/2001), in Yogyakarta *kapanewon* and *kemantren*."""
    province = regency[:2]
    if province in _PAPUA:
        return "Distrik"
    if province == _YOGYAKARTA:
        return "Kemantren" if regency[3] == "7" else "Kapanewon"
    return "Kecamatan"
