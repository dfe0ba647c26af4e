"""The shipped files agree with each other and name their sources."""

import csv

from lapor.records.reference.files import FOLDER, rows_of
from lapor.rules.agencies import AgencyKind
from lapor.steps.reference.agencies import agency_rows
from lapor.steps.reference.categories import category_rows

#: Districts are generated one by one, not as an office.
_NOT_AN_OFFICE = {"7.01"}


def test_every_government_affair_has_an_office() -> None:
    affairs = {row["urusan_code"] for row in rows_of("regional_offices.csv")} - _NOT_AN_OFFICE
    handled = {affair for row in rows_of("office_names.csv") for affair in row["affairs"].split(",")}
    assert handled == affairs


def test_offices_stand_where_the_law_puts_their_affair() -> None:
    levels = {row["urusan_code"]: set(row["levels"].split(",")) for row in rows_of("regional_offices.csv")}
    for office in rows_of("office_names.csv"):
        assert set(office["levels"].split(",")) <= levels[office["affairs"].partition(",")[0]], office


def test_agency_codes_are_unique_and_parents_come_first() -> None:
    seen: set[str] = set()
    for row in agency_rows(None):
        assert row.code not in seen
        assert row.parent is None or row.parent in seen
        seen.add(row.code)
    assert len(seen) == 27740


def test_every_government_has_one_inspectorate() -> None:
    inspected = [row.parent for row in agency_rows(None) if row.kind is AgencyKind.INSPECTORATE]
    assert len(inspected) == len(set(inspected)) == 546


def test_names_fit_their_columns() -> None:
    for row in agency_rows(None):
        assert len(row.name) <= 250
        assert len(row.code) <= 40
        assert "Daerah Daerah" not in row.name


def test_category_codes_are_unique() -> None:
    rows = list(category_rows())
    assert len({row[0] for row in rows}) == len(rows) == 958
    assert max(len(row[0]) for row in rows) <= 160


def test_holidays_are_one_a_day() -> None:
    days = [row["date"] for row in rows_of("holidays_2024_2027.csv")]
    assert len(days) == len(set(days))


def test_every_shipped_file_is_named_in_the_notice() -> None:
    notice = (FOLDER / "NOTICE.md").read_text()
    shipped = [path for path in FOLDER.rglob("*") if path.suffix in (".csv", ".gz")]
    ours = {"follow_up_templates.csv"}
    for path in shipped:
        name = path.name.removesuffix(".topojson.gz")
        assert name in ours or name in notice, name


def test_tables_have_no_ragged_rows() -> None:
    for path in FOLDER.glob("*.csv"):
        with path.open(newline="") as file:
            assert len({len(row) for row in csv.reader(file)}) == 1, path.name
