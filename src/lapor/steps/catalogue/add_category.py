"""Adds a category."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from lapor.records.catalogue.category import Category
from lapor.rules.access import Actor
from lapor.rules.administration import Deed, is_national
from lapor.rules.folding import slug
from lapor.rules.refusals import Forbidden
from lapor.steps._amend import amend
from lapor.steps.catalogue._category import main_category, named, path_of, refuse_twins, searched

_LONGEST_PART = 75


def add_category(*, actor: Actor, name: str, parent_code: str = "", now: datetime) -> str:
    """Stores it last among its siblings and returns its code. Raises Forbidden, and Refused at a field."""
    if not is_national(actor):
        raise Forbidden("categories are the national desk's")
    name = named(name)
    with transaction.atomic():
        parent = main_category(parent_code)
        refuse_twins(name, parent)
        last = Category.objects.filter(parent=parent).aggregate(last=Max("order"))["last"]
        category = Category.objects.create(
            code=_free_code(name, parent),
            name=name,
            parent=parent,
            order=(last or 0) + 1,
            search=searched(name, parent),
        )
        category.path = path_of(category, parent)
        category.save(update_fields=["path"])
        amend(actor, Deed.ADDED, category, changes={"name": ["", name]}, now=now)
    return category.code


def _free_code(name: str, parent: Category | None) -> str:
    stem = slug(name, _LONGEST_PART) or "kategori"
    stem = f"{parent.code}.{stem}" if parent else stem
    taken = set(Category.objects.filter(code__startswith=stem).values_list("code", flat=True))
    number, code = 1, stem
    while code in taken:
        number += 1
        code = f"{stem}-{number}"
    return code
