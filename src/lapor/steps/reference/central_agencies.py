"""The shipped central bodies: ministries, institutions, state companies and universities."""

from collections.abc import Iterator

from lapor.records.reference.files import rows_of
from lapor.rules.agencies import NATIONAL_DESK_CODE, AgencyKind
from lapor.steps.reference.agency_row import AgencyRow, observed_website

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


def central_agencies() -> Iterator[AgencyRow]:
    """The national desk, then everything it coordinates."""
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
            website=observed_website(row),
            also=row["website"].partition(".")[0],
        )
