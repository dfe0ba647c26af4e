"""Messages on their way out."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LABELS: dict[str, Mapping[str, str | Promise]] = {
    "recipient": {
        "reporter": _("Pelapor"),
        "holder": _("Pemegang laporan"),
        "approver": _("Pejabat penyetuju"),
        "copied": _("Penerima tembusan"),
        "above": _("Meja di atas pemegang"),
        "author": _("Penulis konsep"),
    },
    "notice_channel": {
        "page": _("di halaman ini"),
        "email": _("surel"),
    },
    "notice_state": {
        "pending": _("Menunggu dikirim"),
        "sending": _("Sedang dikirim"),
        "sent": _("Terkirim"),
        "failed": _("Gagal dikirim"),
        "skipped": _("Tidak dikirim"),
    },
    "delivery_outcome": {
        "accepted": _("Diterima penyedia"),
        "try_again": _("Dicoba lagi nanti"),
        "refused": _("Ditolak penyedia"),
        "no_address": _("Tidak ada alamat"),
        "withheld": _("Ditahan: terlalu banyak surel ke alamat ini hari ini"),
    },
    "reminder": {
        "remind_completion_7": _("Pengingat: tujuh hari lagi untuk melengkapi"),
        "remind_completion_2": _("Pengingat: dua hari lagi untuk melengkapi"),
        "remind_confirmation_3": _("Pengingat: tiga hari kerja lagi untuk konfirmasi"),
    },
}
