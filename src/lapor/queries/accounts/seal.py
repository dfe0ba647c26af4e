"""What ties a session to the password of its account: a new password ends every session of before."""

from lapor.records.accounts.account import Account


def seal_of(account_id: int) -> str:
    """Kept in the session at signing in; made of the stored hash with the secret key, so it tells nothing."""
    return seal(Account.objects.values_list("password", flat=True).get(pk=account_id))


def seal(stored: str) -> str:
    """The seal that belongs to this stored hash."""
    return Account(password=stored).get_session_auth_hash()
