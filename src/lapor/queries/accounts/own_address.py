"""Where the owner of an account is reached about the account itself."""

from lapor.records.accounts.account import Account


def own_address(account_id: int) -> tuple[str, str] | None:
    """E-mail address and language; None where there is no address."""
    rows = Account.objects.filter(pk=account_id, is_active=True).exclude(email="")
    return rows.values_list("email", "language").first()
