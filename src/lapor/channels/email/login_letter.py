"""E-mails about an account: a link that works once, and the news that the password is a new one.

They are ours from the first word to the last. Nothing in them was typed by whoever asked for them: otherwise
anybody could have us send his words to anybody.
"""

from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _

from lapor.channels.email.plain_letter import plain_letter
from lapor.steps.accounts.make_login_link import LinkToSend


def login_letter(link: LinkToSend, path: str) -> EmailMessage:
    """Plain words and one address; whoever did not ask for it is told that nothing happens."""
    with translation.override(link.language):
        words = _(
            "Halo,\n\n"
            "ini tautan untuk masuk ke LAPOR!. Berlaku 30 menit dan hanya sekali:\n\n{address}\n\n"
            "Bukan Anda yang meminta? Abaikan saja; tanpa tautan ini tidak ada yang bisa masuk."
        )
        return plain_letter(link.email, _("Tautan masuk LAPOR!"), words, link.language, path)


def invitation_letter(link: LinkToSend, path: str) -> EmailMessage:
    """The same for an officer who is invited and may read it after the weekend."""
    with translation.override(link.language):
        words = _(
            "Halo,\n\n"
            "Anda didaftarkan sebagai petugas LAPOR!. Dengan tautan ini Anda masuk untuk pertama kali. "
            "Berlaku tiga hari dan hanya sekali:\n\n{address}\n\n"
            "Bukan untuk Anda? Abaikan saja; tanpa tautan ini tidak ada yang bisa masuk."
        )
        return plain_letter(link.email, _("Undangan petugas LAPOR!"), words, link.language, path)


def confirmation_letter(link: LinkToSend, path: str) -> EmailMessage:
    """Asks whether this address belongs to the account; it opens nothing."""
    with translation.override(link.language):
        words = _(
            "Halo,\n\n"
            "alamat surel ini ditulis pada sebuah akun LAPOR!. Kalau itu akun Anda, buka tautan ini dan "
            "tekan tombolnya. Berlaku 30 menit dan hanya sekali:\n\n{address}\n\n"
            "Bukan akun Anda? Abaikan saja; alamat ini lalu tidak dipakai untuk masuk."
        )
        return plain_letter(link.email, _("Apakah ini alamat surel Anda?"), words, link.language, path)


def password_letter(email: str, language: str, path: str) -> EmailMessage:
    """Whoever did not do it learns it, and what to do now."""
    with translation.override(language):
        words = _(
            "Halo,\n\n"
            "kata sandi akun LAPOR! Anda baru saja dibuat atau diganti. Perangkat lain yang masuk dengan "
            "akun ini sudah dikeluarkan.\n\n"
            "Bukan Anda? Minta segera tautan masuk, lalu buat kata sandi baru:\n\n{address}"
        )
        return plain_letter(email, _("Kata sandi LAPOR! Anda diganti"), words, language, path)
