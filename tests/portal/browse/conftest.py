"""Every test sees its own categories."""

from collections.abc import Iterator

import pytest

from lapor.queries.catalogue.category_choices import forget_category_choices


@pytest.fixture(autouse=True)
def fresh_categories() -> Iterator[None]:
    forget_category_choices()
    yield
    forget_category_choices()
