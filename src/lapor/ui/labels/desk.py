"""What only officers read: the views of the inbox, clocks that have ended, refusals of many at once."""

from django.utils.translation import gettext_lazy as _

LABELS = {
    "inbox_view": {
        "needs_me": _("Perlu saya"),
        "late": _("Terlambat"),
        "today": _("Berakhir hari ini"),
        "unverified": _("Belum diverifikasi"),
        "returned": _("Dikembalikan"),
        "approval": _("Menunggu persetujuan"),
        "units": _("Unit kerja"),
        "reporter": _("Pelapor"),
        "confirmation": _("Konfirmasi"),
        "copies": _("Tembusan"),
        "ended": _("Selesai dan arsip"),
        "all": _("Semua laporan"),
    },
    "clock_state": {
        "running": _("berjalan"),
        "late": _("lewat"),
        "paused": _("dijeda"),
        "kept": _("dalam batas"),
        "missed": _("terlewat"),
        "over": _("waktunya sudah lewat"),
    },
    # How the holder came to a report that somebody held before.
    "came_by": {
        "hand_back": _("Dikembalikan"),
        "return": _("Dikembalikan"),
        "contest": _("Disanggah"),
        "object": _("Keberatan"),
    },
}

EXPLANATIONS = {
    # The privacy choices as an officer reads them; `privacy_choice` speaks to the reporter.
    "privacy_desk": {
        "ordinary": _("Umum membaca naskah publik tanpa nama."),
        "anonymous": _("Identitas juga tertutup bagi instansi; hanya meja nasional dapat membukanya."),
        "secret": _("Isi laporan tidak tampil untuk umum."),
        "anonymous_secret": _("Isi tidak tampil untuk umum, dan identitas tertutup bagi instansi."),
    },
    # What an empty view means.
    "inbox_view": {
        "needs_me": _("Tidak ada laporan yang menunggu Anda."),
        "late": _("Tidak ada laporan yang lewat tenggat."),
        "today": _("Tidak ada tenggat yang berakhir hari ini."),
        "unverified": _("Semua laporan sudah diverifikasi."),
        "returned": _("Tidak ada laporan yang dikembalikan kepada Anda."),
        "approval": _("Tidak ada konsep yang menunggu persetujuan."),
        "units": _("Tidak ada laporan di unit di bawah Anda."),
        "reporter": _("Tidak ada pelapor yang sedang ditanya."),
        "confirmation": _("Tidak ada laporan yang menunggu konfirmasi pelapor."),
        "copies": _("Belum ada tembusan untuk instansi Anda."),
        "ended": _("Belum ada laporan yang selesai atau diarsipkan."),
        "all": _("Tidak ada laporan yang cocok."),
    },
}
