"""Who plays in the demo world: governments, ministries, offices, and their officers."""

from dataclasses import dataclass, field

from lapor.records.agencies.agency import Agency
from lapor.rules.access import Actor

PROVINCES = ("13", "32", "73")
CITIES = ("13.72", "13.71", "32.73", "32.01", "73.71", "73.06")
MINISTRIES = ("P021", "P015")
# The offices that get officers of their own; the others are answered by their government's desk.
AFFAIRS = ("1.01", "1.02", "1.03", "1.06", "2.11", "2.12", "2.15", "2.18")
INSPECTORATE = "6.01"


@dataclass(slots=True)
class Government:
    """A government or ministry with its officers; `offices` by the code of their affair."""

    agency: Agency
    desk: Actor
    villages: tuple[str, ...] = ()
    offices: dict[str, Agency] = field(default_factory=dict)
    liaisons: dict[str, Actor] = field(default_factory=dict)
    approvers: dict[str, Actor] = field(default_factory=dict)


@dataclass(slots=True)
class Cast:
    """Everybody in the play."""

    national: Actor
    national_agency: Agency
    coordinators: dict[int, Actor]
    governments: list[Government]
    citizen: Actor
    ministries: dict[str, Government]
