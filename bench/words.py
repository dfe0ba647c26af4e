"""Sentences nobody wrote: our own words, drawn as unevenly as people use words."""

import random
from itertools import accumulate
from pathlib import Path

# Function words and matters of public service, the most frequent first.
FREQUENT = Path(__file__).with_name("words.txt").read_text().split()
COMMON = "jalan"
RARE, OLD_RARE = "gentong", "prasasti"  # put in by `world`; no draw ever gives them
SYLLABLES = [first + second for first in "bcdgjklmnprstwy" for second in "aiu"]
OTHERS = 20_000


class Words:
    """Texts as slices of one long drawn row of words: word n appears with a weight of 1 / n (Zipf)."""

    def __init__(self, rng: random.Random, length: int = 1_000_000) -> None:
        names = {"".join(rng.choices(SYLLABLES, k=rng.randint(3, 5))) for _ in range(OTHERS)}
        known = [*FREQUENT, *sorted(names - {*FREQUENT, RARE, OLD_RARE})]
        weights = list(accumulate(1 / (rank + 3) for rank in range(len(known))))
        self._row = rng.choices(known, cum_weights=weights, k=length)
        self._rng = rng

    def some(self, count: int) -> str:
        start = int(self._rng.random() * (len(self._row) - count))
        return " ".join(self._row[start : start + count])
