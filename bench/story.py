"""One made-up report: who told it when and where, who has it, and how far it got."""

import random
from dataclasses import dataclass
from itertools import accumulate, pairwise

from bench.life import MEAN_DAYS, Life, lives
from bench.reference import Desk, Reference, Village
from lapor.rules.lifecycle import Move
from lapor.rules.tracking_code import new_tracking_code

SPAN = 548 * 86400  # 18 months
CHOSE_THE_AGENCY = 0.4  # of the reporters; the others' reports begin at the national desk
SECRET = 0.06
# Coprime to the count of codes, so that every number gets a code of its own, in no visible order.
_CODES, _STRIDE = 90_000_000, 55_639_481


@dataclass(frozen=True, slots=True)
class Story:
    """`moments` and `holders` go with the moves of `life`: when each was made, and who has it after it."""

    number: int
    code: str
    life: Life
    moments: list[float]
    holders: list[int]
    desk: Desk
    village: Village
    is_secret: bool

    @property
    def is_public(self) -> bool:
        return not self.is_secret and Move.VERIFY in self.life.moves

    def when(self, place: int | None) -> float | None:
        return None if place is None else self.moments[place]


class Teller:
    """Tells the stories of a world of `size` reports, the oldest first; the same seed tells the same."""

    def __init__(self, reference: Reference, size: int, now: float, rng: random.Random) -> None:
        self._reference, self._size, self._now, self._rng = reference, size, now, rng
        weighted = lives()
        self._lives = [path for _, path in weighted]
        self._weights = list(accumulate(weight for weight, _ in weighted))

    def tell(self, number: int) -> Story:
        rng = self._rng
        path = rng.choices(self._lives, cum_weights=self._weights)[0]
        desk = rng.choices(self._reference.desks, cum_weights=self._reference.weights)[0]
        moments = self._moments(path[-1], self._now - SPAN * (1 - number / self._size))
        life = path[len(moments) - 1]
        holders = self._holders(life, desk)
        return Story(
            number=number,
            code=tracking_code(number),
            life=life,
            moments=moments,
            holders=holders,
            desk=desk,
            village=rng.choice(desk.villages),
            is_secret=rng.random() < SECRET,
        )

    def _moments(self, whole: Life, received: float) -> list[float]:
        """The moments of the moves that lie in the past."""
        moments = [received]
        for move in whole.moves[1:]:
            at = moments[-1] + 60 + self._rng.expovariate(1 / (MEAN_DAYS.get(move, 1.0) * 86400))
            if at > self._now:
                break
            moments.append(at)
        return moments

    def _holders(self, life: Life, desk: Desk) -> list[int]:
        first = desk.id if self._rng.random() < CHOSE_THE_AGENCY else self._reference.national
        holders = [first]
        for _, move in pairwise(life.moves):
            goes_to = {Move.VERIFY: desk.id, Move.ROUTE_DOWN: self._office(desk)}
            holders.append(goes_to.get(move, holders[-1]))
        return holders

    def _office(self, desk: Desk) -> int:
        """The first offices of a government get most."""
        offices = desk.offices or (desk.id,)
        return offices[int(len(offices) * self._rng.random() ** 3)]


def tracking_code(number: int) -> str:
    digits = f"{number * _STRIDE % _CODES + 10_000_000}"
    drawn = iter([int(digits[0]) - 1, *map(int, digits[1:])])
    return new_tracking_code(lambda _below: next(drawn))
