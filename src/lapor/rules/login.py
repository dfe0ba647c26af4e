"""What somebody types to sign in: an e-mail address or a telephone number."""

import re

from lapor.rules.phone import BadPhone, normalise_phone

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class BadLogin(ValueError):
    """Neither an e-mail address nor a telephone number."""


def normalise_login(text: str) -> str:
    """The address in lower case or the number in E.164. Raises BadLogin."""
    text = text.strip()
    if "@" in text:
        if len(text) > 254 or not _EMAIL.fullmatch(text):
            raise BadLogin(text)
        return text.lower()
    try:
        return normalise_phone(text)
    except BadPhone as error:
        raise BadLogin(text) from error


def is_email(login: str) -> bool:
    return "@" in login
