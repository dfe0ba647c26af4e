"""Commands that Django carries out: we bring environment and database, it does the rest."""

import os
from collections.abc import Sequence
from functools import partial

from lapor.config.command import django_commands, environment, programs
from lapor.config.command.database import configured, lent
from lapor.config.command.places import Places
from lapor.config.command.processes import StopRequest, run_in_foreground
from lapor.config.command.terminal import Problem

BUILT_IN = ("migrate",)


def pass_through(name: str, arguments: Sequence[str], places: Places) -> int:
    """Run the Django command `name`; its exit code. The terminal is its own, so it may ask questions."""
    if name not in BUILT_IN and not django_commands.is_there(places, name):
        raise Problem(f"Perintah {name} belum ada dalam versi ini (not built yet).")
    return django([name, *arguments], places)


def django(words: Sequence[str], places: Places) -> int:
    """`manage.py` with these words, on whichever database there is."""
    environment.ensure(places)
    with lent(places, partial(programs.runs_database, places)) as url:
        stop = StopRequest().install()
        mode = django_commands.mode(os.environ, configured() is None)
        address = programs.told_state(places).get("url", "http://127.0.0.1:8000")
        base_url = os.environ.get("LAPOR_BASE_URL") or address
        env = django_commands.variables(places, url, mode, LAPOR_BASE_URL=base_url)
        command = django_commands.command(places, *words)
        code = run_in_foreground(command, env=env, cwd=places.root, stop=stop)
    return code if code >= 0 else 128 - code
