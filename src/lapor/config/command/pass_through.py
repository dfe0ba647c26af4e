"""Commands that others carry out: we bring environment and database, Django or `bench/` does the rest.

What we say meanwhile goes to the error stream, so that `./lapor export > berkas.csv` holds nothing but data.
"""

import contextlib
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from lapor.config.command import django_commands, environment, programs
from lapor.config.command.database import configured, lent
from lapor.config.command.places import Places
from lapor.config.command.processes import StopRequest, run_in_foreground


def django(words: Sequence[str], places: Places) -> int:
    """`manage.py` with these words."""
    return with_database(django_commands.command(places, *words), places)


def bench(arguments: Sequence[str], places: Places) -> int:
    """The measurements: `python -m bench` in the checkout."""
    return with_database([places.python, "-m", "bench", *arguments], places)


def with_database(command: Sequence[str | Path], places: Places) -> int:
    """Run a command on whichever database there is. The terminal is its own, so it may ask questions."""
    with contextlib.redirect_stdout(sys.stderr):
        environment.ensure(places)
        with lent(places, partial(programs.runs_database, places)) as url:
            stop = StopRequest().install()
            mode = django_commands.mode(os.environ, configured() is None)
            address = programs.told_state(places).get("url", "http://127.0.0.1:8000")
            base_url = os.environ.get("LAPOR_BASE_URL") or address
            env = django_commands.variables(places, url, mode, LAPOR_BASE_URL=base_url)
            code = run_in_foreground(command, env=env, cwd=places.root, stop=stop)
    return code if code >= 0 else 128 - code
