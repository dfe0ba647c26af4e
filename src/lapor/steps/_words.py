"""Words that a step demands: cleaned, and never empty where a reason is owed."""

from lapor.rules.refusals import Refused
from lapor.rules.text import clean_text

MAX_WORDS = 8000


def required(words: str, field: str, *, at_least: int = 3) -> str:
    """The cleaned words. Raises Refused(`<field>_missing` or `too_long`) at the field."""
    words = clean_text(words)
    if len(words) < at_least:
        raise Refused(f"{field}_missing", field)
    return limited(words, field)


def limited(words: str, field: str) -> str:
    """The cleaned words, which may be empty. Raises Refused(`too_long`)."""
    words = clean_text(words)
    if len(words) > MAX_WORDS:
        raise Refused("too_long", field)
    return words
