"""The e-mail with a one-time link to a report."""

from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _

from lapor.channels.email.plain_letter import plain_letter
from lapor.rules.tracking_code import grouped
from lapor.steps.accounts.make_report_link import ReportLinkToSend


def report_link_letter(link: ReportLinkToSend, path: str) -> EmailMessage:
    """Only the number tells which report it is: whoever reads along over the shoulder learns no more."""
    with translation.override(link.language):
        words = _(
            "Halo,\n\n"
            "ini tautan untuk membuka laporan {number} di LAPOR!. Berlaku 30 menit dan hanya sekali:\n\n"
            "{address}\n\n"
            "Bukan Anda yang meminta? Abaikan saja; tanpa tautan ini tidak ada yang bisa membukanya."
        )
        subject = _("Tautan untuk laporan {number}")
        return plain_letter(link.email, subject, words, link.language, path, number=grouped(link.code))
