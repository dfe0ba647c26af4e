"""Who may know about a report, told by its consequence: in the form and later on the reporter's page."""

from django.utils.translation import gettext as _

from lapor.ui.labels import label

_FLAGS = {
    "ordinary": (False, False),
    "anonymous": (True, False),
    "secret": (False, True),
    "anonymous_secret": (True, True),
}
CHOICES = tuple(_FLAGS)


def flags_of(choice: str) -> tuple[bool, bool]:
    """(anonymous, secret)."""
    return _FLAGS[choice]


def choice_of(is_anonymous: bool, is_secret: bool) -> str:
    return next(choice for choice, flags in _FLAGS.items() if flags == (is_anonymous, is_secret))


def privacy_options() -> list[tuple[str, str, str]]:
    """(value, label, explanation): two independent choices, shown as the four things they come to."""
    meaning = _meaning()
    return [(choice, label(choice, "privacy_choice"), meaning[choice]) for choice in CHOICES]


def privacy_words(choice: str) -> str:
    """The choice and what it means, on one line."""
    meaning = {
        "ordinary": _("umum membaca isinya, tanpa nama Anda"),
        "anonymous": _("umum membaca isinya; nama Anda tertutup, juga bagi instansi"),
        "secret": _(
            "isinya tidak tampil untuk umum; nama Anda hanya dibuka petugas yang menangani, "
            "dengan alasan tertulis"
        ),
        "anonymous_secret": _("isinya tidak tampil untuk umum; nama Anda tertutup, juga bagi instansi"),
    }
    return f"{label(choice, 'privacy_choice')}: {meaning[choice]}"


def _meaning() -> dict[str, str]:
    """What the rules do: nobody sees a name without a reason that the reporter can read."""
    return {
        "ordinary": _(
            "Umum membaca isi laporan tanpa nama Anda. Petugas yang menangani hanya dapat membuka nama Anda "
            "dengan menulis alasan, dan Anda melihat alasannya."
        ),
        "anonymous": _(
            "Nama Anda juga tertutup bagi instansi yang menangani. Hanya meja nasional yang dapat "
            "membukanya, dengan alasan tertulis, dan Anda diberi tahu."
        ),
        "secret": _("Isi laporan tidak tampil untuk umum. Nama Anda tetap seperti pada pilihan Biasa."),
        "anonymous_secret": _(
            "Nama Anda tertutup bagi instansi, dan isi laporan tidak tampil untuk umum. Pilih ini bila "
            "menyangkut pungutan liar, kekerasan, atau atasan Anda."
        ),
    }
