"""Asks for a one-time link by e-mail: instead of a password, or because it is forgotten."""

from datetime import datetime

from django.db import transaction

from lapor.rules.access import Actor
from lapor.rules.login import BadLogin, is_email, normalise_login
from lapor.rules.refusals import Refused
from lapor.steps.accounts._login_link import ask_for_link


def ask_login_link(*, actor: Actor, login: str, now: datetime) -> None:
    """The answer is the same whether there is an account or not. Raises Refused for what is no address."""
    try:
        address = normalise_login(login)
    except BadLogin as error:
        raise Refused("login_unreadable", "login") from error
    if not is_email(address):
        raise Refused("link_needs_email", "login")
    with transaction.atomic():
        ask_for_link(address, now=now)
