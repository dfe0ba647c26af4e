"""The words of the line *who has it · since · until · what next*.

Every word that depends on who is reading comes twice: `…_you` is used where the reader holds the report.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LABELS: dict[str, dict[str, str | Promise]] = {
    "look": {
        "ontime": _("Tepat waktu"),
        "near": _("Hampir habis"),
        "late": _("Terlambat"),
        "you": _("Menunggu pelapor"),
        "settled": _("Dinyatakan selesai, menunggu pelapor"),
        "closed": _("Selesai"),
        "archived": _("Diarsipkan"),
    },
    "look_you": {
        "you": _("Menunggu jawaban Anda"),
        "settled": _("Dinyatakan selesai, menunggu Anda"),
    },
    "look_icon": {
        "ontime": "clock-check",
        "near": "hourglass-low",
        "late": "alert-triangle",
        "you": "player-pause",
        "settled": "circle-dashed-check",
        "closed": "circle-check",
        "archived": "archive",
    },
    # The four stops; a look without its own word takes the one of "".
    "stop_who": {"": _("Dipegang oleh"), "closed": _("Diselesaikan oleh")},
    "stop_since": {"": _("Sejak")},
    "stop_until": {"": _("Paling lambat"), "closed": _("Ditutup"), "archived": _("Berhenti")},
    "stop_next": {"": _("Berikutnya"), "closed": _("Masih bisa"), "archived": _("Yang bisa Anda lakukan")},
    "until_what": {
        "verification": _("dibaca dan diteruskan"),
        "decision": _("diputuskan siapa yang menangani"),
        "first_follow_up": _("jawaban pertama"),
        "finish": _("penyelesaian"),
        "formal_request": _("jawaban atas permintaan resmi"),
        "completion": _("keterangan dari pelapor"),
        "confirmation": _("lalu selesai otomatis"),
    },
    "until_what_late": {
        "verification": _("belum dibaca"),
        "decision": _("belum diputuskan"),
        "first_follow_up": _("jawaban pertama, belum ada"),
        "finish": _("penyelesaian, belum ada"),
        "formal_request": _("permintaan resmi, belum dijawab"),
    },
    "next": {
        "verify": _("Petugas membaca, lalu meneruskan ke instansi yang berwenang"),
        "coordinator_decides": _("Koordinator memutuskan instansi yang berwenang"),
        "first_answer": _("Instansi menulis jawaban pertama"),
        "settle": _("Instansi menyelesaikan dan menunjukkan bukti"),
        "you_confirm": _("Pelapor memeriksa hasilnya"),
        "you_complete": _("Setelah pelapor menjawab, laporan kembali ke instansi"),
        "closes_by_silence": _("Bila pelapor diam, laporan selesai otomatis"),
        "contest": _("Menyanggah sekali"),
        "rate": _("Memberi nilai"),
        "archived_object": _("Mengajukan keberatan sekali"),
        "nothing": _("Tidak ada lagi yang perlu dilakukan"),
    },
    "next_you": {
        "verify": _("Verifikasi dan disposisi"),
        "coordinator_decides": _("Putuskan instansi yang berwenang"),
        "first_answer": _("Tulis jawaban pertama untuk pelapor"),
        "settle": _("Selesaikan dan tunjukkan buktinya"),
        "you_confirm": _("Katakan sudah atau belum selesai. Bila Anda diam, laporan selesai otomatis"),
        "you_complete": _("Setelah Anda menjawab, laporan kembali ke instansi"),
        "closes_by_silence": _("Laporan selesai otomatis"),
    },
    "reason_kind": {
        "date": _("Mengapa tanggal ini?"),
        "agency": _("Mengapa di sini?"),
        "routing": _("Mengapa instansi ini?"),
        "not_yet": _("Mengapa belum?"),
        "late": _("Mengapa terlambat?"),
        "asked": _("Mengapa ditanya?"),
        "settled": _("Mengapa dianggap selesai?"),
        "closed": _("Mengapa ditutup?"),
        "archived": _("Mengapa tidak ditangani?"),
        "extended": _("Mengapa diperpanjang?"),
        "because": _("Karena"),
    },
}
