"""An agency's page and team."""

from datetime import date

import pytest

from lapor.queries.agencies.profile import Member, agency_profile, team_of
from lapor.records.agencies.agency import Agency
from lapor.records.agencies.decree import Decree
from lapor.records.agencies.team_member import TeamMember

pytestmark = pytest.mark.usefixtures("reference")
TODAY = date(2026, 3, 1)


@pytest.fixture
def city() -> Agency:
    return Agency.objects.get(code="1372")


def test_profile(city: Agency) -> None:
    Agency.objects.filter(pk=city.pk).update(phone="0755 20004", email="halo@solokkota.example")
    profile = agency_profile("1372")
    office = agency_profile("1372-1.03")
    assert profile is not None
    assert office is not None
    assert (profile.phone, profile.email) == ("0755 20004", "halo@solokkota.example")
    assert profile.region_label == "Kota Solok, Sumatera Barat"
    assert profile.parent is None
    assert profile.coordinated_by is not None
    assert profile.coordinated_by.code == "13"
    assert office.parent == profile.line
    assert office.government_affair == "1.03"
    assert agency_profile("none") is None


def test_without_a_decree_there_is_no_team(city: Agency) -> None:
    assert team_of(city.pk, today=TODAY) is None


def test_the_latest_decree_in_force_names_the_team(city: Agency) -> None:
    old = Decree.objects.create(agency=city, number="1/2024", dated_on=date(2024, 1, 1))
    now = Decree.objects.create(agency=city, number="2/2025", dated_on=date(2025, 1, 1))
    Decree.objects.create(agency=city, number="3/2027", dated_on=date(2027, 1, 1))
    Decree.objects.create(agency=city, number="9", dated_on=date(2025, 6, 1), valid_to=date(2025, 12, 31))
    TeamMember.objects.create(decree=old, name="Lama")
    TeamMember.objects.create(decree=now, name="Budi", position="Sekretaris", role="Penghubung", order=2)
    TeamMember.objects.create(decree=now, name="Ani", position="Kepala Dinas", role="Ketua", order=1)

    team = team_of(city.pk, today=TODAY)

    assert team is not None
    assert (team.number, team.dated_on, team.has_file) == ("2/2025", date(2025, 1, 1), False)
    assert team.members == (
        Member("Ani", "Kepala Dinas", "Ketua"),
        Member("Budi", "Sekretaris", "Penghubung"),
    )
