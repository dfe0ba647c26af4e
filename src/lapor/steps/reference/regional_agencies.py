"""The shipped regional governments with their typical offices and their districts."""

import re
from collections.abc import Iterator
from functools import cache

from lapor.records.reference.files import rows_of
from lapor.rules.agencies import NATIONAL_DESK_CODE, AgencyKind
from lapor.rules.places import parent_code
from lapor.steps.reference.agency_row import AgencyRow, observed_website

_GOVERNMENT_KINDS = {
    "provinsi": AgencyKind.PROVINCE,
    "kabupaten": AgencyKind.REGENCY,
    "kota": AgencyKind.CITY,
}
_GOVERNMENT_SHORT = {"provinsi": "Pemprov", "kabupaten": "Pemkab", "kota": "Pemkot"}
_DKI_LONG, _DKI_SHORT = "Daerah Khusus Ibukota Jakarta", "DKI Jakarta"
_YOGYAKARTA = "34"
_PAPUA = frozenset({"91", "92", "93", "94", "95", "96"})


def regional_agencies(provinces: frozenset[str] | None) -> Iterator[AgencyRow]:
    """Governments with their offices, then the districts, each after its parent; within `provinces`."""
    for row in rows_of("agencies_regional.csv", provinces):
        yield from _government(row)
    yield from _districts(provinces)


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
        website=observed_website(row),
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
