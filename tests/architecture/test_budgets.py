"""Size budgets: gates that only tighten. Complexity and arguments are ruff's business (pyproject)."""

import ast

import pytest

from tests.architecture.source import PACKAGE, Module, functions, modules, test_modules

FILE_LINES, TEST_LINES, FUNCTION_LINES, CLASS_LINES, TEMPLATE_LINES = 400, 500, 50, 200, 150
NEVER = {"common", "utils", "helpers", "core", "base", "lib", "shared", "misc", "services", "managers"}
NO_SUFFIX = ("Service", "Handler", "Helper", "Processor")
# The one table of a report's columns is long because a report is.
LONG_CLASSES = {"Report"}


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_files_and_functions_stay_small(module: Module) -> None:
    assert module.lines <= FILE_LINES
    for node in functions(module):
        assert (node.end_lineno or 0) - node.lineno < FUNCTION_LINES, node.name
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef) and node.name not in LONG_CLASSES:
            assert (node.end_lineno or 0) - node.lineno < CLASS_LINES, node.name


def test_test_files_stay_readable() -> None:
    assert {m.name: m.lines for m in test_modules() if m.lines > TEST_LINES} == {}


def test_templates_stay_small() -> None:
    sizes = {path: path.read_text().count("\n") + 1 for path in PACKAGE.rglob("*.html")}
    assert {path.name: lines for path, lines in sizes.items() if lines > TEMPLATE_LINES} == {}


def test_no_folder_for_leftovers() -> None:
    folders = {path.name for path in PACKAGE.rglob("*") if path.is_dir()}
    assert folders & NEVER == set()


def test_no_vague_class_names() -> None:
    vague = [
        f"{module.name}: {node.name}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef) and node.name.endswith(NO_SUFFIX)
    ]
    assert vague == []
