"""What was measured, against its bound: a table for the terminal and, on request, for `RESULTS.md`."""

import os
import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).with_name("RESULTS.md")


@dataclass(frozen=True, slots=True)
class Result:
    """`limit` is the most, or with `at_least` the least, that is good; None where nothing is bound."""

    name: str
    value: float
    limit: float | None
    unit: str = ""
    note: str = ""
    at_least: bool = False

    @property
    def verdict(self) -> str:
        if self.limit is None:
            return ""
        is_good = self.value >= self.limit if self.at_least else self.value <= self.limit
        return "ok" if is_good else "OVER"

    def cells(self) -> tuple[str, str, str, str, str]:
        sign = "≥" if self.at_least else "≤"
        bound = "" if self.limit is None else f"{sign} {_number(self.limit)}{self.unit}"
        return self.name, f"{_number(self.value)}{self.unit}", bound, self.verdict, self.note


HEAD = ("measured", "value", "bound", "", "in this run")


def table(results: list[Result]) -> list[str]:
    """Markdown that also reads well on a terminal."""
    rows = [HEAD, *(result.cells() for result in results)]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEAD))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    return [lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]]


def machine(database: str) -> str:
    model = next(
        (line.partition(": ")[2] for line in _lines("/proc/cpuinfo") if line.startswith("model name")), "?"
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} × {model.strip()}, {memory:.0f} GB, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, {database}"
    )


def record(command: str, machine_line: str, lines: list[str]) -> None:
    """Adds a section; earlier ones stay, so that the numbers can be followed."""
    section = [f"## {datetime.now(UTC):%Y-%m-%d}", "", f"`{command}`", "", machine_line, "", *lines, ""]
    before = RESULTS.read_text() if RESULTS.exists() else "# Results of `./lapor bench`\n\n"
    RESULTS.write_text(before + "\n".join(section) + "\n")


def _number(value: float) -> str:
    return f"{value:.0f}" if value == int(value) or value >= 100 else f"{value:.2f}"


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text().splitlines()
    except OSError:
        return []
