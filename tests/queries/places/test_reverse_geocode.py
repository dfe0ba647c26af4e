"""The district of a point, offline."""

import math
import random
import subprocess
import sys
from pathlib import Path

import pytest

from lapor.queries.places.boundaries import BoundarySet, boundaries
from lapor.queries.places.reverse_geocode import Certainty, PlaceAt, place_at
from lapor.records.reference.files import rows_of


def found(latitude: float, longitude: float) -> PlaceAt:
    place = place_at(latitude, longitude)
    assert place is not None
    return place


def test_inside_a_district(reference: None) -> None:
    place = found(-0.790, 100.660)
    assert (place.code, place.label) == ("13.72.02", "Tanjung Harapan, Kota Solok, Sumatera Barat")
    assert (place.distance_m, place.certainty) == (0.0, Certainty.INSIDE)
    assert place.village is not None
    assert place.village.code.startswith("13.72.02.")


def test_off_the_coast_the_nearest_district_is_named(reference: None) -> None:
    place = found(-0.95, 100.34)
    assert place.code == "13.71.03"
    assert place.certainty is Certainty.NEAREST
    assert 1000 < place.distance_m < 2000


def test_close_to_a_border_it_is_not_certain(reference: None) -> None:
    outline = boundaries(BoundarySet.DISTRICTS).polygons("13.72.02")[0][0]
    (x1, y1), (x2, y2) = outline[0], outline[1]
    place = place_at((y1 + y2) / 2, (x1 + x2) / 2)
    assert place is not None
    assert place.certainty is Certainty.NEAR_BORDER


@pytest.mark.parametrize(
    ("latitude", "longitude"),
    [(-5.5, 106.6), (0, 0), (52.5, 13.4), (90, 0), (91, 0), (0, 181), (math.nan, 100), (math.inf, 100)],
)
def test_far_from_all_land_nothing_is_guessed(reference: None, latitude: float, longitude: float) -> None:
    assert place_at(latitude, longitude) is None


def test_a_district_that_is_not_loaded_is_not_named(reference: None) -> None:
    assert place_at(-7.80, 110.36) is None  # Yogyakarta


def test_centres_of_villages_lie_in_their_districts() -> None:
    villages = [row for row in rows_of("centroids.csv.gz") if len(row["code"]) == 13]
    sample = random.Random(1).sample([row for row in villages if row["source"] == "polygon"], 300)
    districts = boundaries(BoundarySet.DISTRICTS)
    right = 0
    for row in sample:
        longitude, latitude = float(row["lng"]), float(row["lat"])
        right += districts.contains(row["code"][:8], longitude, latitude)
    assert right >= 0.99 * len(sample)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the peak here")
def test_the_districts_stay_small_in_memory() -> None:
    measured = """if True:
        import re
        from pathlib import Path
        from lapor.queries.places.boundaries import BoundarySet, boundaries

        def peak():
            return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text()).group(1))

        before = peak()
        boundaries(BoundarySet.DISTRICTS)
        print(peak() - before)
    """
    # A process of its own: this one has reached its peak long before.
    run = subprocess.run([sys.executable, "-c", measured], capture_output=True, text=True, check=True)
    assert 0 < int(run.stdout) / 1024 < 40
