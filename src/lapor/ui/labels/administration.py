"""What is managed on the desk besides reports, and what was done to it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LABELS: dict[str, Mapping[str, str | Promise]] = {
    "subject": {
        "agency": _("Instansi"),
        "decree": _("Surat keputusan"),
        "officer": pgettext_lazy("seorang", "Petugas"),
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
    # Fields of what is managed, as its history names them.
    "field": {
        "name": _("Nama"),
        "abbreviation": _("Singkatan"),
        "address": _("Alamat"),
        "phone": _("Telepon"),
        "email": _("Surel"),
        "website": _("Situs"),
        "time_zone": _("Zona waktu"),
        "closing_time": _("Jam tutup"),
        "is_listed": _("Dapat dipilih warga"),
        "is_active": _("Aktif"),
        "parent": _("Induk"),
        "coordinated_by": _("Koordinator"),
        "number": _("Nomor SK"),
        "dated_on": _("Tanggal SK"),
        "valid_to": _("Berlaku sampai"),
        "members": _("Tim"),
        "title": _("Judul"),
        "body": _("Isi"),
        "order": _("Urutan"),
        "days": _("Lama"),
        "legal_basis": _("Dasar hukum"),
        "code": _("Templat"),
        "language": _("Bahasa"),
    },
    "notice_template": {"any_secret": _("Laporan rahasia, apa pun kejadiannya")},
    "officer_view": {
        "working": _("Bertugas"),
        "without": _("Tanpa peran"),
        "closed": _("Akun ditutup"),
    },
    "holiday_kind": {
        "national": _("Libur nasional"),
        "joint_leave": _("Cuti bersama"),
        "local": _("Libur daerah"),
    },
    "time_zone": {
        "Asia/Jakarta": "WIB",
        "Asia/Makassar": "WITA",
        "Asia/Jayapura": "WIT",
    },
    # Which run of which clock a limit is for.
    "limit_clock": {
        "verification": _("Membaca dan meneruskan"),
        "first_follow_up": _("Jawaban pertama"),
        "finish": _("Penyelesaian"),
        "completion": _("Pelapor melengkapi"),
        "confirmation": _("Pelapor mengonfirmasi"),
        "answer_by_law": _("Jawaban menurut undang-undang"),
        "hand_back": _("Mengembalikan ke atas"),
        "return": _("Menyatakan bukan wewenang"),
        "decision": _("Putusan kewenangan"),
        "rise": _("Naik karena belum ada petugas"),
        "decision_by_law": _("Putusan menurut undang-undang"),
        "formal_request": _("Permintaan informasi resmi"),
        "formal_extension": _("Perpanjangan permintaan informasi resmi"),
        "formal_objection": _("Keberatan atas permintaan informasi resmi"),
        "archive_objection": _("Keberatan atas pengarsipan"),
        "contest": _("Sanggahan setelah selesai"),
        "rate": _("Penilaian"),
        "identity_kept": _("Menyimpan identitas pelapor sesudah laporan berakhir"),
    },
}

EXPLANATIONS: dict[str, Mapping[str, str | Promise]] = {
    # What an empty view of officers means.
    "officer_view": {
        "working": _("Undang petugas pertama. Tanpa petugas, laporan naik ke meja di atasnya."),
        "without": _("Semua petugas di sini memegang peran."),
        "closed": _("Belum ada akun yang ditutup."),
    },
}
