"""What belongs to one report: kind, door, privacy, place, why it was archived, how it was rated."""

from django.utils.translation import gettext_lazy as _

LABELS = {
    "kind": {
        "complaint": _("Pengaduan"),
        "aspiration": _("Aspirasi"),
        "information_request": _("Permintaan informasi"),
    },
    # The same three kinds as a person would say them.
    "kind_plain": {
        "complaint": _("Ada masalah yang harus dibereskan"),
        "aspiration": _("Saya punya usul"),
        "information_request": _("Saya ingin tahu sesuatu"),
    },
    "door": {
        "web": _("lewat situs"),
        "counter": _("datang langsung"),
        "letter": _("lewat surat"),
        "telephone": _("lewat telepon"),
    },
    "archive_reason": {
        "not_public_service": _("Bukan tentang pelayanan publik"),
        "not_understandable": _("Tidak dapat dipahami setelah ditanyakan"),
        "already_reported": _("Sudah pernah dilaporkan"),
        "withdrawn": _("Dicabut pelapor"),
        "no_answer": _("Tidak dilengkapi sampai batas waktu"),
        "competent_body_outside": _("Wewenang lembaga di luar LAPOR!"),
        "abusive": _("Berisi penghinaan atau kebencian"),
        "spam": _("Bukan laporan"),
    },
    "outcome": {
        "solved": _("Selesai"),
        "partly": _("Sebagian"),
        "not_solved": _("Belum selesai"),
    },
    "audience": {
        "public": _("Umum"),
        "reporter": _("Pelapor saja"),
        "officers": _("Petugas saja"),
    },
    "place_precision": {
        "point": _("Titik di peta"),
        "village": _("Sampai desa atau kelurahan"),
        "district": _("Sampai kecamatan"),
        "regency": _("Sampai kabupaten atau kota"),
        "province": _("Sampai provinsi"),
    },
    "region_level": {
        "province": _("Provinsi"),
        "regency": _("Kabupaten"),
        "city": _("Kota"),
        "district": _("Kecamatan"),
        "village": _("Desa atau kelurahan"),
    },
    "proposal_kind": {
        "follow_up": _("Tindak lanjut"),
        "settlement": _("Penyelesaian"),
        "extension": _("Perpanjangan tenggat"),
    },
    "proposal_state": {
        "pending": _("Menunggu persetujuan"),
        "approved": _("Disetujui"),
        "sent_back": _("Dikembalikan"),
        "taken_back": _("Ditarik penulisnya"),
        "lapsed": _("Gugur"),
    },
    "privacy_choice": {
        "ordinary": _("Biasa"),
        "anonymous": _("Anonim"),
        "secret": _("Rahasia"),
        "anonymous_secret": _("Anonim dan rahasia"),
    },
    "report_class": {
        "supervisory": _("Berkadar pengawasan"),
        "not_supervisory": _("Tidak berkadar pengawasan"),
    },
    "data_kind": {
        "nik": _("NIK"),
        "telephone": _("telepon"),
        "email": _("surel"),
        "account": _("nomor rekening"),
        "plate": _("nomor kendaraan"),
        "name": _("nama"),
        "address": _("alamat"),
        "family_card": _("nomor KK"),
        "npwp": _("NPWP"),
        "passport": _("nomor paspor"),
        "customer": _("nomor pelanggan"),
        "link": _("tautan"),
        "handle": _("akun"),
    },
    "file_group": {
        "image": _("Foto"),
        "video": _("Rekaman gambar"),
        "audio": _("Rekaman suara"),
        "document": _("Dokumen"),
    },
    # What is wrong with the number of a report that somebody typed.
    "code_fault": {
        "length": _("Nomor laporan terdiri dari 9 angka. Periksa lagi."),
        "check_digit": _("Nomor ini salah ketik: ada angka yang keliru atau tertukar. Periksa lagi."),
        "characters": _("Nomor laporan hanya berisi angka. Periksa lagi."),
    },
}

EXPLANATIONS = {
    "archive_reason": {
        "not_public_service": _("Sebutkan siapa yang dapat membantu pelapor dan cara menghubunginya."),
        "not_understandable": _("Hanya setelah pelapor ditanya dan tidak dapat menjelaskan."),
        "already_reported": _("Tautkan ke laporan yang lebih dulu."),
        "competent_body_outside": _("Sebutkan nama lembaganya dan cara menghubunginya."),
        "abusive": _("Bagian lain dari laporan, bila ada, tetap ditangani."),
        "spam": _("Iklan, isian acak, atau kiriman mesin."),
    },
    "report_class": {
        "supervisory": _(
            "Penyalahgunaan wewenang, pungutan liar, suap, pelanggaran disiplin. Ke inspektorat."
        ),
        "not_supervisory": _("Mutu atau jalannya pelayanan."),
    },
    "place_precision": {
        "point": _("Umum melihat titiknya. Jangan dipilih bila titik itu rumah seseorang."),
    },
}
