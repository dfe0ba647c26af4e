"""What a new password must be."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from lapor.rules.refusals import Refused


def check_new_password(password: str) -> None:
    """Raises Refused where Django's validators find it too weak."""
    try:
        validate_password(password)
    except ValidationError as error:
        raise Refused("password_weak", "password") from error
