"""How far a stored value may travel; every field of every model is classed with one of these."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from django.db import models


class Privacy(StrEnum):
    """The class of a field: log redaction, export and the forgetting of identities read it."""

    PUBLIC = "public"
    INTERNAL = "internal"
    PERSONAL = "personal"
    SECRET = "secret"  # noqa: S105 - a class of data, no password


def fields_of(model: type[models.Model], *classes: Privacy) -> Iterator["models.Field[Any, Any]"]:
    """The model's fields of these classes, but those that say which row it is."""
    privacy: dict[str, Privacy] = model.privacy  # type: ignore[attr-defined]
    for field in model._meta.concrete_fields:
        if privacy[field.name] in classes and not (field.primary_key or field.unique):
            yield field
