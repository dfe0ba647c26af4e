"""What a category needs to be stored: its name, its place in the tree, what the search looks at."""

from lapor.records.catalogue.category import Category
from lapor.rules.folding import fold
from lapor.rules.refusals import Refused
from lapor.rules.text import clean_text

_SHORTEST_NAME, _LONGEST_NAME, _LONGEST_SEARCH = 3, 250, 500


def named(text: str) -> str:
    """The cleaned name. Raises Refused at "name"."""
    name = " ".join(clean_text(text).split())
    if len(name) < _SHORTEST_NAME:
        raise Refused("category_name_missing", "name")
    if len(name) > _LONGEST_NAME:
        raise Refused("line_too_long", "name")
    return name


def main_category(code: str) -> Category | None:
    """The active main category `code`, None for no code. Raises Refused at "parent"."""
    if not code:
        return None
    parent = Category.objects.select_for_update().filter(code=code, parent=None, is_active=True).first()
    if parent is None:
        raise Refused("main_category_unknown", "parent")
    return parent


def refuse_twins(name: str, parent: Category | None, own_id: int | None = None) -> None:
    """Two categories of one name side by side could not be told apart."""
    twins = Category.objects.filter(parent=parent, name__iexact=name, is_active=True)
    if own_id is not None:
        twins = twins.exclude(pk=own_id)
    if twins.exists():
        raise Refused("category_name_taken", "name")


def searched(name: str, parent: Category | None) -> str:
    return fold(f"{name} {parent.name if parent else ''}")[:_LONGEST_SEARCH]


def path_of(category: Category, parent: Category | None) -> str:
    return f"{parent.path if parent else '/'}{category.pk}/"
