"""The shipped boundaries, each level read once per process when first needed."""

from enum import StrEnum
from functools import cache

from lapor.queries.places.topology import Topology, read_topology
from lapor.records.reference.files import content_of
from lapor.rules.places import LEVEL_STEP, RegionLevel


class BoundarySet(StrEnum):
    """Files by level; the number tells how many metres the outlines were simplified by."""

    PROVINCES = "geo/prov_2500m.topojson.gz"
    REGENCIES = "geo/kab_500m.topojson.gz"
    DISTRICTS = "geo/kec_150m.topojson.gz"
    NEIGHBOURS = "geo/neighbours_50m.topojson.gz"


_SET_OF_STEP = {1: BoundarySet.PROVINCES, 2: BoundarySet.REGENCIES, 3: BoundarySet.DISTRICTS}


@cache
def boundaries(of: BoundarySet) -> Topology:
    """The districts take about 18 MB and a third of a second, the others next to nothing."""
    return read_topology(content_of(of.value))


def boundary_set_for(level: RegionLevel) -> BoundarySet | None:
    """None for villages, of which no outlines are shipped."""
    return _SET_OF_STEP.get(LEVEL_STEP[level])
