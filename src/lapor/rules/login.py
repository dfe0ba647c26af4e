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


def login_key(text: str) -> str:
    """One key for all spellings of one login, and for what is none: what attempts are counted by."""
    try:
        return normalise_login(text)
    except BadLogin:
        return text.strip().lower()


def is_email(login: str) -> bool:
    return "@" in login
