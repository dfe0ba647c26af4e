"""One run: the worlds, one web server on each, the measures in turn, the table."""

import shlex
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import partial

from bench import pages, paint, report, statements, submit
from bench.database import ROOT, connect, ensure_world, label, manage, url_of
from bench.kept import kept
from bench.load import load
from bench.report import Result
from bench.server import Server, serving
from bench.visits import sample_of
from lapor.config.command.places import Places
from lapor.config.command.terminal import say

MEMORY_LIMIT = 150.0


def run(sizes: Sequence[int], names: Sequence[str], record_as: Sequence[str] | None) -> None:
    """Measure `names` in worlds of `sizes`; the smallest is what the others are compared with."""
    databases = {size: ensure_world(size, partial(load, size)) for size in sizes}
    with connect(databases[sizes[0]]) as server:
        machine = report.machine(f"PostgreSQL {server.info.parameter_status('server_version')}")
    results: list[Result] = []
    try:
        results.extend(_results(databases, names))
    finally:  # one part that fails doesn't take the others' numbers with it
        lines = report.table(results)
        say("\n".join(["", machine, "", *lines]))
        if record_as and results:
            report.record(shlex.join(record_as), machine, lines)


def _results(databases: dict[int, str], names: Sequence[str]) -> Iterator[Result]:
    smallest, biggest = min(databases), max(databases)
    places = Places.of(ROOT)
    places.make()
    manage(url_of(databases[smallest]), "assemble")
    with ExitStack() as stack:
        for name in databases.values():
            stack.enter_context(kept(name))
        if "statements" in names:
            yield from statements.measure(databases[smallest])
        if not {"pages", "submit", "paint", "memory"} & set(names):
            return
        servers = {size: stack.enter_context(serving(name)) for size, name in databases.items()}
        if "pages" in names:
            yield from pages.measure(servers, databases)
        if "submit" in names:
            yield from submit.measure(servers[biggest], databases[biggest])
        if "paint" in names:
            yield from paint.measure(servers[biggest], sample_of(databases[biggest]), places)
        if "memory" in names:
            yield from _memory(servers)


def _memory(servers: dict[int, Server]) -> Iterator[Result]:
    """What the heaviest worker of each server holds after all that was measured before."""
    for size, server in servers.items():
        resident = server.resident_megabytes()
        note = ", ".join(f"{one:.0f}" for one in resident)
        yield Result(f"memory per worker, {label(size)}", max(resident), MEMORY_LIMIT, " MB", note)
