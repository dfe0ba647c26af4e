"""The secret code that opens a report without an account."""

import hashlib
import hmac
from uuid import UUID

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from lapor.records.reports.report import Report
from lapor.rules.tracking_code import (
    BadAccessCode,
    BadTrackingCode,
    new_access_code,
    normalise,
    normalise_access_code,
)


def access_hash(code: str, access_code: str) -> str:
    """What is stored of an access code: useless without the server's key, even if the table leaks."""
    return salted_hmac(f"access-code:{code}", access_code, algorithm="sha256").hexdigest()


def access_code_for(idempotency_key: UUID) -> str:
    """The access code of the report sent under this key.

    Made from the key and the server's secret, so that a person whose connection broke after sending gets
    the same code when the browser sends again, without the code being stored.
    """
    secret = settings.SECRET_KEY.encode()
    stream = hmac.new(secret, b"access-code:" + idempotency_key.bytes, hashlib.sha512).digest()
    numbers = iter(int.from_bytes(stream[i : i + 4], "big") for i in range(0, len(stream) - 3, 4))
    return new_access_code(lambda below: next(numbers) % below)


def handed_access_code(code: str) -> str:
    """For the receipt right after sending: the code of a report whose number was just given out here."""
    key = Report.objects.scoped("its code goes on the receipt, once").values_list(
        "idempotency_key", flat=True
    )
    return access_code_for(key.get(code=code))


def unlocked_code(code: str, access_code: str) -> str | None:
    """The tracking code that both typed codes open together, or None. Raises BadTrackingCode.

    A wrong access code and an unknown number give the same answer after the same work.
    """
    code = normalise(code)
    try:
        access_code = normalise_access_code(access_code)
    except BadAccessCode:
        access_code = "-"
    stored = (
        Report.objects.scoped("compare the access code, nothing else is read")
        .filter(code=code)
        .values_list("access_hash", flat=True)
        .first()
    )
    fits = constant_time_compare(access_hash(code, access_code), stored or "-")
    return code if fits and stored else None


def is_well_formed(typed_code: str) -> bool:
    """True if the typed tracking code has its digits and a right check digit."""
    try:
        normalise(typed_code)
    except BadTrackingCode:
        return False
    return True
