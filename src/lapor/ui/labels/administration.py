"""What is managed on the desk besides reports, and what was done to it."""

from django.utils.translation import gettext_lazy as _

LABELS = {
    "subject": {
        "agency": _("Instansi"),
        "decree": _("Surat keputusan"),
        "officer": _("Petugas"),
        "membership": _("Peran petugas"),
        "category": _("Kategori"),
        "follow_up_template": _("Contoh tindak lanjut"),
        "notice_template": _("Teks pemberitahuan"),
        "day_limit": _("Batas hari"),
        "holiday": _("Hari libur"),
    },
    "deed": {
        "added": _("ditambahkan"),
        "edited": _("diubah"),
        "moved": _("dipindahkan"),
        "confirmed": _("dibenarkan"),
        "deactivated": _("dinonaktifkan"),
        "reactivated": _("diaktifkan lagi"),
        "granted": _("diberikan"),
        "ended": _("diakhiri"),
        "link_issued": _("diberi tautan masuk"),
    },
}
