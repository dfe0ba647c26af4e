"""Whether somebody already supports a report."""

import hashlib

from lapor.records.reports.support import Support


def has_supported(code: str, *, account_id: int | None, browser_token: str) -> bool:
    """By account, without one by the token of the browser; mirrors `steps/reports/support.py`."""
    if account_id is None and not browser_token:
        return False
    found = Support.objects.filter(report__code=code)
    if account_id is not None:
        return found.filter(account_id=account_id).exists()
    return found.filter(token_hash=hashlib.sha256(browser_token.encode()).hexdigest()).exists()
