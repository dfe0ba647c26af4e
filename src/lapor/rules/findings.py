"""What personal data can be, and where in a text it stands."""

from dataclasses import dataclass
from enum import StrEnum


class DataKind(StrEnum):
    """What was found, the more telling kinds first: of two findings of equal length the earlier wins."""

    NIK = "nik"
    FAMILY_CARD = "family_card"
    NPWP = "npwp"
    PASSPORT = "passport"
    EMAIL = "email"
    LINK = "link"
    TELEPHONE = "telephone"
    ACCOUNT = "account"
    CUSTOMER = "customer"
    PLATE = "plate"
    ADDRESS = "address"
    NAME = "name"
    HANDLE = "handle"


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a text; `reason` is the word that led to it, "" if its shape did."""

    start: int
    end: int
    kind: DataKind
    reason: str
