"""An e-mail of a few words and one address of ours."""

from django.conf import settings
from django.core.mail import EmailMessage


def plain_letter(
    email: str, subject: str, words: str, language: str, path: str, **parts: str
) -> EmailMessage:
    """`words` hold `{address}`, where `path` leads; `parts` fill what else they and `subject` name."""
    return EmailMessage(
        subject.format(**parts),
        words.format(address=f"{settings.BASE_URL}{path}", **parts),
        to=[email],
        headers={"Auto-Submitted": "auto-generated", "Content-Language": language},
    )
