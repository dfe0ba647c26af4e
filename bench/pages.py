"""How long pages take in a big world against a small one: the same server code, requests taking turns."""

import random
from collections.abc import Iterator
from statistics import quantiles
from time import perf_counter

from bench.database import label
from bench.http import Client
from bench.report import Result
from bench.server import Server
from bench.visits import VISITS, Sample, Visit, enter, sample_of
from lapor.config.command.terminal import say

LIMIT = 1.5
WARM_UP, REQUESTS = 15, 150
Times = dict[int, list[float]]


def measure(servers: dict[int, Server], databases: dict[int, str]) -> list[Result]:
    """For each page the ratios of p50 and p95 of every bigger world to the smallest."""
    samples = {size: sample_of(database) for size, database in databases.items()}
    results: list[Result] = []
    for visit in VISITS:
        times = _times(visit, servers, samples)
        results += _compare(visit, times)
        say("; ".join(f"{one.name} {one.value:.2f}× ({one.note})" for one in results[-2:]))
    return results


def _times(visit: Visit, servers: dict[int, Server], samples: dict[int, Sample]) -> Times:
    visitors = {size: Client(server.port) for size, server in servers.items()}
    rng = random.Random(visit.name)
    for size, visitor in visitors.items():
        enter(visitor, visit.who, samples[size])
    times: Times = {size: [] for size in servers}
    for _ in range(WARM_UP + REQUESTS):
        for size, visitor in visitors.items():
            path = rng.choice(visit.paths(samples[size]))
            began = perf_counter()
            visitor.get(path)
            times[size].append(perf_counter() - began)
    for visitor in visitors.values():
        visitor.close()
    return {size: taken[WARM_UP:] for size, taken in times.items()}


def _compare(visit: Visit, times: Times) -> Iterator[Result]:
    small, *bigger = sorted(times)
    for size in bigger:
        for name, place in (("p50", 49), ("p95", 94)):
            one, other = (quantiles(times[which], n=100)[place] * 1000 for which in (small, size))
            note = f"{label(size)} {other:.1f} ms, {label(small)} {one:.1f} ms"
            yield Result(
                f"{visit.name}, {name} {label(size)} / {label(small)}", other / one, LIMIT, "×", note
            )
