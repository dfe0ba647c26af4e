"""What is said of an agency, made fit to store."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from lapor.rules.folding import fold
from lapor.rules.places import CENTRAL, EASTERN, WESTERN
from lapor.rules.refusals import Refused
from lapor.rules.text import clean_text

_ZONES = frozenset({WESTERN, CENTRAL, EASTERN})
_EARLIEST_CLOSING = time(10, 0)
_SHORTEST_NAME = _FEWEST_DIGITS = 3
_LONGEST = {"name": 250, "abbreviation": 60, "address": 300, "phone": 40, "email": 254, "website": 200}
#: Of the ids from the top down, as the column keeps them.
LONGEST_PATH = 200
_is_address = URLValidator(schemes=("http", "https"))


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyDetails:
    """Names and doors of an agency; only the name is owed. `closing_time` is local to `time_zone`."""

    name: str
    abbreviation: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    time_zone: str = WESTERN
    closing_time: time = time(16, 0)
    is_listed: bool = True


def fields_of(details: AgencyDetails) -> dict[str, Any]:
    """The columns to store. Raises Refused at the field that can't be."""
    name, abbreviation = _line(details.name, "name"), _line(details.abbreviation, "abbreviation")
    if len(name) < _SHORTEST_NAME:
        raise Refused("agency_name_missing", "name")
    if details.time_zone not in _ZONES:
        raise Refused("time_zone_unknown", "time_zone")
    if details.closing_time < _EARLIEST_CLOSING:
        raise Refused("closing_too_early", "closing_time")
    website = _website(details.website)
    return {
        "name": name,
        "abbreviation": abbreviation,
        "address": _line(details.address, "address"),
        "phone": _phone(details.phone),
        "email": _email(details.email),
        "website": website,
        "time_zone": details.time_zone,
        "closing_time": details.closing_time,
        "is_listed": details.is_listed,
        "search": searched(name, abbreviation, website),
    }


def searched(name: str, abbreviation: str, website: str) -> str:
    """What the search by words looks at: the names, and the first part of the address on the web."""
    host = (urlsplit(website).hostname or "").removeprefix("www.")
    return fold(f"{name} {abbreviation} {host.partition('.')[0]}")[:400]


def vouched(now: datetime) -> dict[str, Any]:
    """From now on the row is the agency's own statement; new reference data leaves it alone."""
    return {"confirmed_at": now, "is_generated": False}


def _line(text: str, field: str) -> str:
    """One line that fits its column. Raises Refused(`line_too_long`)."""
    line = " ".join(clean_text(text).split())
    if len(line) > _LONGEST[field]:
        raise Refused("line_too_long", field)
    return line


def _phone(text: str) -> str:
    """As written: agencies have short numbers and extensions."""
    phone = _line(text, "phone")
    if phone and sum(char.isdigit() for char in phone) < _FEWEST_DIGITS:
        raise Refused("agency_phone_unreadable", "phone")
    return phone


def _email(text: str) -> str:
    email = _line(text, "email")
    try:
        validate_email(email) if email else None
    except ValidationError as error:
        raise Refused("email_unreadable", "email") from error
    return email


def _website(text: str) -> str:
    """With its scheme; only http and https, because it becomes a link."""
    website = _line(text, "website")
    if website and "://" not in website:
        website = f"https://{website}"
    try:
        _is_address(website) if website else None
    except ValidationError as error:
        raise Refused("website_unreadable", "website") from error
    return website
