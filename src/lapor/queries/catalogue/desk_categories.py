"""Categories as the national desk manages them, retired ones too."""

from dataclasses import dataclass

from django.db.models import Count, Q

from lapor.records.catalogue.category import Category


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagedCategory:
    """`below` counts the active categories under a main one; `parent_code` is empty for those."""

    id: int
    code: str
    name: str
    parent_code: str
    parent: str
    order: int
    is_active: bool
    is_shipped: bool
    below: int
    below_retired: int


def managed_categories(parent_code: str = "") -> tuple[ManagedCategory, ...]:
    """The main categories in their order, or those below one of them by name; active ones first."""
    if parent_code:
        return _lines(Q(parent__code=parent_code), "-is_active", "name", "id")
    return _lines(Q(parent=None), "-is_active", "order", "name")


def managed_category(code: str) -> ManagedCategory | None:
    return next(iter(_lines(Q(code=code), "id")), None)


def _lines(condition: Q, *order: str) -> tuple[ManagedCategory, ...]:
    rows = Category.objects.filter(condition).select_related("parent").order_by(*order)
    counted = rows.annotate(
        below=Count("children", filter=Q(children__is_active=True)),
        below_retired=Count("children", filter=Q(children__is_active=False)),
    )
    return tuple(
        ManagedCategory(
            id=row.pk,
            code=row.code,
            name=row.name,
            parent_code=row.parent.code if row.parent else "",
            parent=row.parent.name if row.parent else "",
            order=row.order,
            is_active=row.is_active,
            is_shipped=row.is_shipped,
            below=row.below,
            below_retired=row.below_retired,
        )
        for row in counted
    )
