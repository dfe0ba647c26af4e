"""The gallery: every component in every state, light and dark side by side.

It is documentation, and the page on which looks and accessibility are tested.
"""

import re
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from django.template import engines
from django.utils.safestring import SafeString, mark_safe
from django_cotton.compiler_regex import CottonCompiler

from lapor.ui.example import Example

HERE = Path(__file__).parent
_ID = re.compile(r'\b(id|for|name|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"')
_ANCHOR = re.compile(r'href="#([^"]+)"')
_REGION = re.compile(r'(<(?:nav|section|form|ul|div)[^>]*?aria-label=")([^"]*)"')
_LABELLED = re.compile(r'(<section[^>]*?) aria-labelledby="[^"]*"')
_LIGHT, _DARK = "terang", "gelap"


@dataclass(frozen=True, slots=True)
class Shown:
    """One example, drawn for each theme; ids and region names differ, so that the page stays valid."""

    title: str
    markup: str
    light: SafeString
    dark: SafeString
    is_wide: bool


@dataclass(frozen=True, slots=True)
class Section:
    """One component: its folder name, its tag, and its examples."""

    name: str
    tag: str
    examples: tuple[Shown, ...]


def sections() -> tuple[Section, ...]:
    """All components that bring examples, by name."""
    names = sorted(path.parent.name for path in HERE.glob("components/*/examples.py"))
    return tuple(Section(name, f"c-{name.replace('_', '-')}", _examples(name)) for name in names)


def _examples(name: str) -> tuple[Shown, ...]:
    found: list[Example] = import_module(f"lapor.ui.components.{name}.examples").EXAMPLES
    return tuple(_shown(f"{name}-{index}", example) for index, example in enumerate(found))


def _shown(key: str, example: Example) -> Shown:
    html = render(example)
    light = mark_safe(_apart(html, f"{key}-{_LIGHT}"))  # noqa: S308 - our own markup
    # A region that takes its name from its heading would have the same name twice.
    dark = mark_safe(_apart(_LABELLED.sub(r"\1", html), f"{key}-{_DARK}"))  # noqa: S308 - our own markup
    return Shown(example.title, example.markup.strip(), light, dark, example.is_wide)


def render(example: Example) -> str:
    """The example's markup, compiled as a page's would be."""
    template = engines["django"].from_string(CottonCompiler().process(example.markup))
    return template.render(dict(example.context))


def _apart(html: str, suffix: str) -> str:
    html = _ID.sub(lambda found: f'{found[1]}="{_suffixed(found[2], suffix)}"', html)
    html = _ANCHOR.sub(lambda found: f'href="#{found[1]}-{suffix}"', html)
    return _REGION.sub(lambda found: f'{found[1]}{found[2]} ({suffix})"', html)


def _suffixed(names: str, suffix: str) -> str:
    return " ".join(f"{name}-{suffix}" for name in names.split())
