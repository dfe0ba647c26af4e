"""The main categories as a choice on public pages."""

from lapor.queries.calendar.remembered import Remembered
from lapor.queries.catalogue.categories import CategoryLine, top_categories

_tops = Remembered(top_categories)


def category_choices() -> tuple[CategoryLine, ...]:
    """The active main categories, at most half a minute old: every public list offers them."""
    return _tops()


def forget_category_choices() -> None:
    """After a category was changed in this process."""
    _tops.forget()
