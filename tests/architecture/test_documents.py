"""Documents that are held to the code: the process page and the glossary."""

import ast
import re

from django.apps import apps

from lapor.config.process_docs import render
from lapor.rules.clocks import CLOCK_OF_STATE
from tests.architecture.source import PACKAGE, ROOT, modules


def test_the_process_page_follows_the_law() -> None:
    page = (ROOT / "docs" / "process" / "README.md").read_text()
    assert page == render(), "run ./lapor process-docs"


def test_the_process_page_shows_who_starts_each_clock_of_a_state() -> None:
    moves = render().split("## Moves")[1].split("## Who may")[0]
    starts = {name for row in moves.splitlines()[4:] if "|" in row for name in row.split("|")[7].split(", ")}
    measured = {clock.value for clocks in CLOCK_OF_STATE.values() for clock in clocks}
    assert measured <= {name.strip() for name in starts}


def _glossary() -> set[str]:
    text = (ROOT / "GLOSSARY.md").read_text()
    return set(re.findall(r"`([A-Za-z_.0-9]+)`", text))


def test_every_model_has_a_row() -> None:
    known = _glossary()
    missing = {model.__name__ for model in apps.get_app_config("lapor").get_models()} - known
    assert missing == set()


def test_every_enum_member_has_a_row() -> None:
    """A member is named `Enum.MEMBER` or by its stored value."""
    known, missing = _glossary(), set()
    for module in modules():
        if not module.path.is_relative_to(PACKAGE / "rules"):
            continue
        for node in ast.walk(module.tree):
            if not (isinstance(node, ast.ClassDef) and any(_is_str_enum(base) for base in node.bases)):
                continue
            for line in node.body:
                if isinstance(line, ast.Assign) and isinstance(line.value, ast.Constant):
                    name = line.targets[0].id if isinstance(line.targets[0], ast.Name) else ""
                    if f"{node.name}.{name}" not in known and str(line.value.value) not in known:
                        missing.add(f"{node.name}.{name}")
    assert missing == set()


def _is_str_enum(base: object) -> bool:
    return getattr(base, "id", "") == "StrEnum"
