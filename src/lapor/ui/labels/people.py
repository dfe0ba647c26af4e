"""Who acts: roles, relations, kinds of agencies."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LABELS = {
    "role": {
        "national_desk": _("Meja nasional"),
        "agency_desk": _("Meja instansi"),
        "coordinator": _("Koordinator"),
        "liaison": _("Pejabat penghubung"),
        "approver": _("Pejabat penyetuju"),
        "inspectorate": _("Inspektorat"),
        "overseer": _("Pengawas"),
        "system_administrator": _("Pengelola sistem"),
    },
    "actor_kind": {
        "stranger": _("Pengunjung"),
        "reporter": _("Pelapor"),
        "officer": pgettext_lazy("seorang", "Petugas"),
        "system": _("otomatis"),
    },
    "relation": {
        "reporter": _("Pelapor"),
        "national": _("Meja nasional"),
        "desk": _("Meja instansi"),
        "unit": _("Unit kerja"),
        "approver": _("Pejabat penyetuju"),
        "inspectorate": _("Inspektorat"),
        "coordinator": _("Koordinator"),
        "above": _("Meja di atas pemegang"),
        "overseer": _("Pengawas"),
        "copied": _("Penerima tembusan"),
        "top": _("Puncak instansi"),
        "system": _("otomatis"),
    },
    "agency_kind": {
        "national_desk": _("Meja nasional"),
        "ministry": _("Kementerian"),
        "institution": _("Lembaga"),
        "state_company": _("BUMN"),
        "university": _("Perguruan tinggi"),
        "province": _("Pemerintah provinsi"),
        "regency": _("Pemerintah kabupaten"),
        "city": _("Pemerintah kota"),
        "office": _("Dinas atau badan"),
        "inspectorate": _("Inspektorat"),
        "unit": _("Unit kerja"),
    },
}

EXPLANATIONS = {
    "role": {
        "national_desk": _(
            "Memverifikasi, meneruskan, mengalihkan, dan memutus sengketa wewenang di seluruh Indonesia."
        ),
        "agency_desk": _("Mengurus laporan instansinya dan semua unit di bawahnya."),
        "coordinator": _("Memantau instansi yang dikoordinasi dan memutus pengembalian kedua."),
        "liaison": _("Menjawab dan menyelesaikan laporan yang diteruskan ke unitnya."),
        "approver": _("Menyetujui atau mengembalikan konsep jawaban unitnya."),
        "inspectorate": _("Menangani pengaduan berkadar pengawasan, tertutup dari unit yang diadukan."),
        "overseer": _("Membaca dan memantau, tanpa identitas pelapor."),
        "system_administrator": _("Mengatur sistem, tanpa melihat isi atau identitas."),
    },
}
