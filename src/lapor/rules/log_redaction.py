"""What must not reach a log: identities, what people wrote, codes that open something.

Logs are read by people who may see no report. The rules are coarse on purpose: a line that loses a harmless
number is better than one that keeps a name.
"""

import re

from lapor.rules.personal_data import find, redact
from lapor.rules.tracking_code import ACCESS_ALPHABET

HIDDEN = "[…]"
_LONGEST = 10_000

# PostgreSQL repeats the values of a refused row, Python those of a refused argument.
_VALUES = re.compile(
    r"^(?P<label>\s*(?:DETAIL|CONTEXT|STATEMENT|QUERY|LINE \d+)\s*:).*$", re.IGNORECASE | re.MULTILINE
)
_KEY_VALUES = re.compile(r"(Key \([^)]*\)=)\(.*?\)(?= |$)", re.MULTILINE)
_QUERY_STRING = re.compile(r"(?<=[\w/=])\?[\w%][^\s\"'>)]*")
_ACCESS_CODE = re.compile(rf"\b(?=[\d-]*[A-Z])[{ACCESS_ALPHABET}]{{4}}-?[{ACCESS_ALPHABET}]{{4}}\b")
# Long random words: one-time links, session keys, idempotency keys. By chance some have hardly any digit.
_TOKEN = re.compile(
    r"(?<![\w-])(?:(?=[\w-]*[A-Za-z])(?=(?:[\w-]*\d){3})[\w-]{24,}"
    r"|(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[\w-]{40,}|(?=[a-z]*\d)[a-z\d]{32})(?![\w-])"
)


def safe_text(text: str) -> str:
    """`text` without what must not be logged; cut where it is enormous."""
    text = text.replace("\x00", "")
    if len(text) > 2 * _LONGEST:  # of a long traceback, the end tells most
        text = f"{text[:_LONGEST]}\n{HIDDEN}\n{text[-_LONGEST:]}"
    text = _VALUES.sub(rf"\g<label> {HIDDEN}", text)
    text = _KEY_VALUES.sub(rf"\1({HIDDEN})", text)
    text = _QUERY_STRING.sub(f"?{HIDDEN}", text)
    text = _TOKEN.sub(HIDDEN, text)
    text = _ACCESS_CODE.sub(HIDDEN, text)
    return "\n".join(redact(line, find(line)) for line in text.split("\n"))
