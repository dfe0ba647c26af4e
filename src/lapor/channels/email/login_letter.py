"""The e-mail with a one-time log-in link."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _

from lapor.steps.accounts.make_login_link import LinkToSend


def login_letter(link: LinkToSend, path: str) -> EmailMessage:
    """Plain words and one address; whoever did not ask for it is told that nothing happens."""
    with translation.override(link.language):
        body = _(
            "Halo {name},\n\n"
            "ini tautan untuk masuk ke LAPOR!. Berlaku 30 menit dan hanya sekali:\n\n{address}\n\n"
            "Bukan Anda yang meminta? Abaikan saja; tanpa tautan ini tidak ada yang bisa masuk."
        ).format(name=link.name, address=f"{settings.BASE_URL}{path}")
        subject = _("Tautan masuk LAPOR!")
    return EmailMessage(
        subject,
        body,
        to=[link.email],
        headers={"Auto-Submitted": "auto-generated", "Content-Language": link.language},
    )
