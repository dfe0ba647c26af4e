"""How a component shows itself in the gallery."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Example:
    """One use of a component: markup as a page would write it, and the variables it names.

    `is_wide` gives it the whole width, so that what changes with its own width is seen lying and upright.
    """

    title: str
    markup: str
    context: Mapping[str, Any] = field(default_factory=dict)
    is_wide: bool = False
