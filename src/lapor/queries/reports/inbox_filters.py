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
    parts; `supervisory` and `priority` only narrow, they never exclude.
    """

    text: str = ""
    kind: str = ""
    state: str = ""
    category: str = ""
    place: str = ""
    supervisory: bool = False
    priority: bool = False

    @property
    def is_empty(self) -> bool:
        return self == InboxFilters()


def filter_condition(filters: InboxFilters) -> Q:
    """Everything but the words."""
    found = Q()
    if filters.kind:
        found &= Q(kind=filters.kind)
    if filters.state:
        found &= Q(state=filters.state)
    if filters.category:
        category = Category.objects.filter(Q(code=filters.category) | Q(parent__code=filters.category))
        found &= Q(category__in=category.values("pk"))
    if filters.place:
        # Codes are as wide as their level, so that a prefix never crosses into a neighbour.
        found &= Q(region__code__startswith=filters.place)
    if filters.supervisory:
        found &= Q(is_supervisory=True)
    if filters.priority:
        found &= Q(is_priority=True)
    return found


def containing(terms: tuple[str, ...]) -> Q:
    """Those whose inside has all the words. It has no word index: only for what is as large as work is."""
    return reduce(and_, (Q(title__icontains=term) | Q(text__icontains=term) for term in terms), Q())
