"""How far a stored value may travel; every field of every model is classed with one of these."""

from enum import StrEnum


class Privacy(StrEnum):
    """The class of a field: log redaction, export, retention and scrubbing read it."""

    PUBLIC = "public"
    INTERNAL = "internal"
    PERSONAL = "personal"
    SECRET = "secret"  # noqa: S105 - a class of data, no password
