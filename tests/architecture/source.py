"""The source tree, read once for the architecture tests."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "lapor"


@dataclass(frozen=True)
class Module:
    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    @property
    def lines(self) -> int:
        return self.text.count("\n") + 1


def _read(folder: Path) -> tuple[Module, ...]:
    found = []
    for path in sorted(folder.rglob("*.py")):
        if "/migrations/" in path.as_posix():
            continue
        text = path.read_text()
        found.append(Module(path, text, ast.parse(text)))
    return tuple(found)


@cache
def modules() -> tuple[Module, ...]:
    return _read(PACKAGE)


@cache
def test_modules() -> tuple[Module, ...]:
    return _read(ROOT / "tests")


test_modules.__test__ = False  # type: ignore[attr-defined]


def functions(module: Module) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [
        node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
