"""A released point in its district."""

from dataclasses import dataclass

from lapor.ui.example import Example


@dataclass(frozen=True, slots=True)
class _Drawn:
    here: str = "M180 60L420 40L520 190L400 320L210 300L140 180Z"
    around: str = "M0 0L180 60L140 180L0 200ZM420 40L640 0L640 220L520 190Z"
    x: int = 330
    y: int = 170
    width: int = 640
    height: int = 360


EXAMPLES = [
    Example(
        "Titik di dalam kecamatan",
        '<c-place-map :outline="outline" label="Letak di peta: Tanjung Harapan, Kota Solok" />',
        {"outline": _Drawn()},
    )
]
