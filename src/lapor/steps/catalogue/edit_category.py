"""Renames, orders, moves or retires a category."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from lapor.records.catalogue.category import Category
from lapor.rules.access import Actor
from lapor.rules.administration import Deed, is_national
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.steps._amend import amend, assign
from lapor.steps.catalogue._category import main_category, named, path_of, refuse_twins, searched


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryDetails:
    """`parent_code` empty: a main category. Reports keep pointing to a category that is not active."""

    name: str
    parent_code: str = ""
    order: int = 0
    is_active: bool = True


def edit_category(*, actor: Actor, code: str, details: CategoryDetails, now: datetime) -> None:
    """Stores what is different; new reference data leaves the category alone from then on.

    Raises Forbidden, NotFound, and Refused at a field.
    """
    if not is_national(actor):
        raise Forbidden("categories are the national desk's")
    name = named(details.name)
    with transaction.atomic():
        category = Category.objects.select_for_update().filter(code=code).first()
        if category is None:
            raise NotFound(code)
        parent = _parent(category, details)
        refuse_twins(name, parent, category.pk)
        fields: dict[str, Any] = {
            "name": name,
            "parent": parent,
            "order": details.order,
            "is_active": details.is_active,
        }
        changes = assign(category, fields)
        if changes:
            assign(category, _derived(category, parent))
            _tell_children(category)
            amend(actor, _deed(changes), category, changes=changes, now=now)


def _parent(category: Category, details: CategoryDetails) -> Category | None:
    children = Category.objects.filter(parent=category)
    if details.parent_code == category.code or (details.parent_code and children.exists()):
        raise Refused("category_has_children", "parent")
    if not details.is_active and children.filter(is_active=True).exists():
        raise Refused("category_has_active_children", "is_active")
    if category.parent and details.parent_code == category.parent.code and not details.is_active:
        return category.parent
    return main_category(details.parent_code)


def _derived(category: Category, parent: Category | None) -> dict[str, Any]:
    return {
        "path": path_of(category, parent),
        "search": searched(category.name, parent),
        "is_shipped": False,
    }


def _tell_children(category: Category) -> None:
    """A category is found by the name of its main category too."""
    children = list(Category.objects.filter(parent=category))
    for child in children:
        child.search = searched(child.name, category)
    Category.objects.bulk_update(children, ["search"])


def _deed(changes: dict[str, list[Any]]) -> Deed:
    if "is_active" in changes:
        return Deed.REACTIVATED if changes["is_active"][1] else Deed.DEACTIVATED
    return Deed.MOVED if "parent" in changes else Deed.EDITED
