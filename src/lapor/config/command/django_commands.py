"""How Django is run from here: with which variables and words."""

import os
from collections.abc import Mapping
from pathlib import Path

from lapor.config.command.places import Places

DEMO, PRODUCTION, TEST = "demo", "production", "test"
FOR_TESTS = ("LAPOR_POSTGRES", "LAPOR_PICTURES", "LAPOR_WRITE_MATRIX")


def mode(environ: Mapping[str, str], is_embedded: bool) -> str:
    """LAPOR_ENV: as given, else the demo on the embedded database and production on a configured one."""
    return environ.get("LAPOR_ENV") or (DEMO if is_embedded else PRODUCTION)


def variables(places: Places, url: str, environment: str, **more: str) -> dict[str, str]:
    """The children's environment: ours, plus where they find code, database and folder."""
    inherited = {name: value for name, value in os.environ.items() if _is_handed_on(name, environment)}
    return inherited | {
        "DATABASE_URL": url,
        "LAPOR_ENV": environment,
        "LAPOR_HOME": str(places.var),
        "PYTHONPATH": str(places.source),
        "PYTHONUNBUFFERED": "1",
        "DJANGO_SETTINGS_MODULE": "lapor.config.settings",
        **more,
    }


def _is_handed_on(name: str, environment: str) -> bool:
    """Tests get none of a server's own settings: they would store into its bucket and write to its people."""
    if environment == TEST and name.startswith("LAPOR_"):
        return name in FOR_TESTS
    return name != "PYTHONHOME"


def command(places: Places, *words: str) -> list[str | Path]:
    return [places.python, "-m", "lapor.config.manage", *words]
