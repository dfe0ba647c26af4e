"""Categories by code, by level and by what somebody types."""

from dataclasses import dataclass
from functools import reduce
from operator import add, or_
from typing import Any

from django.db.models import Case, F, IntegerField, Q, QuerySet, When

from lapor.records.catalogue.category import Category
from lapor.rules.folding import fold

_LONGEST_TEXT = 120
_MOST_WORDS = 8
#: Shorter words are too common to look for alone.
_LONG_WORD = 4
_COLUMNS = ("id", "code", "name", "parent_id", "parent__name", "is_active")


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """A category; `parent` names its main category, empty for a main category itself."""

    id: int
    code: str
    name: str
    parent_id: int | None
    parent: str
    is_active: bool

    @property
    def label(self) -> str:
        """Main category and category in one line."""
        return f"{self.parent} › {self.name}" if self.parent else self.name


def top_categories() -> tuple[CategoryLine, ...]:
    """The active main categories, the most used first."""
    return _lines(Category.objects.filter(parent=None, is_active=True).order_by("order", "id"))


def category_by_code(code: str) -> CategoryLine | None:
    """The category, retired ones too: old reports still point to them."""
    return next(iter(_lines(Category.objects.filter(code=code))), None)


def find_categories(text: str, *, limit: int = 8) -> tuple[CategoryLine, ...]:
    """The best `limit` categories: with all words of `text`, else similar ones, else with some words."""
    words = fold(text[:_LONGEST_TEXT])
    if not words:
        return ()
    categories = Category.objects.filter(is_active=True)
    parts = words.split()[:_MOST_WORDS]
    found = _lines(_ordered(categories.filter(*map(_begins, parts)), words)[:limit])
    long = [word for word in parts if len(word) >= _LONG_WORD]
    if not found and long:
        found = _lines(_ordered(categories.filter(search__trigram_word_similar=words), words)[:limit])
    if not found and len(parts) > 1 and long:
        found = _lines(_with_some(categories, long, words)[:limit])
    return found


def _begins(word: str) -> Q:
    # The plain `contains` is what the trigram index answers; the other two narrow it to beginnings.
    return Q(search__contains=word) & (Q(search__startswith=word) | Q(search__contains=f" {word}"))


def _with_some(categories: QuerySet[Category], words: list[str], text: str) -> QuerySet[Category]:
    """Those with any of the words, with the most of them first."""
    hits = [Case(When(_begins(word), then=1), default=0, output_field=IntegerField()) for word in words]
    some = categories.filter(reduce(or_, map(_begins, words)))
    ordered = _ordered(some, text)
    return ordered.annotate(hits=reduce(add, hits)).order_by("-hits", *ordered.query.order_by)


def _ordered(categories: QuerySet[Category], words: str) -> QuerySet[Category]:
    rank = Case(
        When(name__iexact=words, then=0),
        When(search__startswith=words, then=1),
        When(name__icontains=words, then=2),
        default=3,
        output_field=IntegerField(),
    )
    # "Lainnya terkait …" is what nobody means first.
    is_rest = Case(When(search__startswith="lainnya", then=1), default=0, output_field=IntegerField())
    return categories.annotate(rank=rank, is_rest=is_rest).order_by(
        "is_rest", "rank", F("parent__order").asc(nulls_first=True), "order"
    )


def _lines(categories: QuerySet[Category]) -> tuple[CategoryLine, ...]:
    return tuple(_line(row) for row in categories.values_list(*_COLUMNS))


def _line(row: tuple[Any, ...]) -> CategoryLine:
    id_, code, name, parent_id, parent, is_active = row
    return CategoryLine(id_, code, name, parent_id, parent or "", is_active)
