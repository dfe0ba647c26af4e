"""What an officer looks for within a view of his inbox, made into a condition."""

from dataclasses import dataclass
from functools import reduce
from operator import and_

from django.db.models import Q

from lapor.records.catalogue.category import Category


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxFilters:
    """Codes as addresses carry them; what is empty filters nothing.

    `place` is a region code of any level, `category` a main category (with all below it) or one of its
    parts, `holder` an agency with all below it, `tag` a word of the verification; `supervisory` and
    `priority` only narrow, they never exclude.
    """

    text: str = ""
    kind: str = ""
    state: str = ""
    category: str = ""
    place: str = ""
    holder: int | None = None
    tag: str = ""
    supervisory: bool = False
    priority: bool = False

    @property
    def is_empty(self) -> bool:
        return self == InboxFilters()


def filter_condition(filters: InboxFilters) -> Q:
    """Everything but the words."""
    plain = {
        "kind": filters.kind,
        "state": filters.state,
        # Codes are as wide as their level, so that a prefix never crosses into a neighbour.
        "region__code__startswith": filters.place,
        # The path names every agency on the way down.
        "held_by__path__contains": f"/{filters.holder}/" if filters.holder is not None else "",
        "tags__contains": [filters.tag] if filters.tag else [],
        "is_supervisory": filters.supervisory,
        "is_priority": filters.priority,
    }
    found = Q(**{name: value for name, value in plain.items() if value})
    if filters.category:
        category = Category.objects.filter(Q(code=filters.category) | Q(parent__code=filters.category))
        found &= Q(category__in=category.values("pk"))
    return found


def containing(terms: tuple[str, ...]) -> Q:
    """Those whose inside has all the words. It has no word index: only for what is as large as work is."""
    return reduce(and_, (Q(title__icontains=term) | Q(text__icontains=term) for term in terms), Q())
