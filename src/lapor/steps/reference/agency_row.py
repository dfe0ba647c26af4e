"""A shipped agency before it is a record."""

from dataclasses import dataclass

from lapor.rules.agencies import AgencyKind
from lapor.rules.folding import fold
from lapor.rules.places import WESTERN, time_zone_of


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


def observed_website(row: dict[str, str]) -> str:
    """Only observed addresses: a guessed one would send people to nowhere, or to somebody else."""
    observed = row["website"] and row["website_basis"].startswith("observed")
    return f"https://{row['website']}" if observed else ""
