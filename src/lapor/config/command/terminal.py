"""What the person at the terminal reads: plain sentences, headings, a progress bar, one way to fail."""

import contextlib
import os
import sys
from typing import TextIO

GREEN, RED, YELLOW, BOLD = "32", "31", "33", "1"


class Problem(Exception):
    """Something that the person must know and can act on; printed without a traceback.

    `advice` is the next thing to do, `code` the exit code.
    """

    def __init__(self, message: str, advice: str = "", code: int = 1) -> None:
        super().__init__(message)
        self.message, self.advice, self.code = message, advice, code


def coloured(text: str, colour: str, stream: TextIO | None = None) -> str:
    """`text` in a colour where a person looks at the stream and has not refused colours (no-color.org)."""
    looks = (stream or sys.stdout).isatty() and not os.environ.get("NO_COLOR")
    return f"\033[{colour}m{text}\033[0m" if looks else text


def say(text: str = "") -> None:
    _write(sys.stdout, text + "\n")


def _write(stream: TextIO, text: str) -> None:
    """Nobody may be left to read it (`| head`, a closed terminal): then we go on in silence."""
    try:
        stream.write(text)
        stream.flush()
    except OSError:
        with contextlib.suppress(OSError, ValueError):
            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, stream.fileno())
            os.close(silence)


def heading(text: str) -> None:
    say("\n" + coloured(f"── {text} ", BOLD) + "─" * max(0, 66 - len(text)))


def warn(text: str) -> None:
    _write(sys.stderr, coloured(text, YELLOW, sys.stderr) + "\n")


def complain(problem: Problem) -> None:
    advice = "  " + problem.advice.replace("\n", "\n  ") + "\n" if problem.advice else ""
    _write(sys.stderr, "\n" + coloured("✗ " + problem.message, RED, sys.stderr) + "\n" + advice)


def bar(share: float, width: int = 30) -> str:
    """A bar such as `██████····`; `share` is of one."""
    return f"{'█' * round(share * width):·<{width}}"


class Progress:
    """One line that rewrites itself on a terminal; elsewhere a line now and then, so that logs stay short."""

    def __init__(self, label: str, total: int) -> None:
        self.label, self.total, self.done = label, max(1, total), 0

    def advance(self, note: str = "") -> None:
        self.done = min(self.done + 1, self.total)
        self.show(note)

    def show(self, note: str) -> None:
        line = f"{self.label} {bar(self.done / self.total)} {self.done}/{self.total} {note}"
        if sys.stdout.isatty():
            _write(sys.stdout, "\r\033[K" + line[:110])
        elif self.done % 20 == 0:
            say(line)

    def finish(self, note: str) -> None:
        say(("\r\033[K" if sys.stdout.isatty() else "") + f"{self.label} {note}")
