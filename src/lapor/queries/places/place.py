"""A place as queries give it."""

from dataclasses import dataclass

from lapor.rules.places import RegionLevel


@dataclass(frozen=True, slots=True)
class Place:
    """A region with its label "Tanjung Paku, Tanjung Harapan, Kota Solok, Sumatera Barat".

    `latitude` and `longitude` lie somewhere inside it; `population` is known down to regencies and cities.
    """

    code: str
    name: str
    level: RegionLevel
    label: str
    latitude: float | None
    longitude: float | None
    postal_code: str
    time_zone: str
    population: int | None


#: The columns of `lapor_region` in the order of the fields above.
COLUMNS = (
    "code",
    "name",
    "level",
    "label",
    "latitude",
    "longitude",
    "postal_code",
    "time_zone",
    "population",
)


def place_from(row: tuple[object, ...]) -> Place:
    """From the values of `COLUMNS`."""
    code, name, level, *rest = row
    return Place(code, name, RegionLevel(str(level)), *rest)  # type: ignore[arg-type]
