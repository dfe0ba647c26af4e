"""All addresses of the system, found by walking the resolver."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Route:
    """One address: its name, its parameters, and its view."""

    name: str
    pattern: str
    parameters: tuple[str, ...]
    view: Callable[..., Any]

    @property
    def access(self) -> Any:
        return getattr(self.view, "access", None)


def routes() -> tuple[Route, ...]:
    return tuple(_walk(get_resolver(), ""))


def _walk(resolver: URLResolver, prefix: str) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from _walk(entry, pattern)
        elif isinstance(entry, URLPattern):
            parameters = tuple(entry.pattern.converters)
            yield Route(entry.name or "", pattern, parameters, entry.callback)
