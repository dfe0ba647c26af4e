"""Why something that was handed in can't be done as it stands, and how to mend it: reasons of `Refused`."""

from django.utils.translation import gettext_lazy as _

from lapor.ui.labels.administration_refusals import REFUSALS as ADMINISTRATION

LABELS = {
    "refusal": {
        **ADMINISTRATION,
        # Words
        "text_too_short": _("Tulis sedikit lebih banyak."),
        "text_too_long": _("Tulisan ini terlalu panjang. Paling banyak 8.000 huruf."),
        "text_missing": _("Tulis isinya dulu."),
        "words_missing": _("Tulis penjelasannya, paling sedikit satu kalimat."),
        "reason_missing": _("Tulis alasannya dulu."),
        "question_missing": _("Tulis apa yang ditanyakan."),
        "title_missing": _("Tulis judulnya dulu."),
        "public_title_missing": _("Tulis judulnya dulu."),
        "public_text_missing": _("Tulis naskah publiknya dulu."),
        "too_long": _("Tulisan ini terlalu panjang. Paling banyak 8.000 huruf."),
        # Files
        "file_empty": _("Berkas ini kosong. Pilih berkas lain."),
        "file_too_large": _("Berkas ini lebih dari 20 MB. Perkecil, atau kirim yang lain."),
        "file_type_unknown": _(
            "Jenis berkas ini tidak diterima. Kirim foto, PDF, video, suara, Word, atau Excel."
        ),
        "file_damaged": _("Berkas ini rusak dan tidak dapat dibuka. Kirim ulang atau pilih yang lain."),
        "file_gone": _("Satu lampiran sudah tidak ada. Pilih lagi berkasnya."),
        "file_not_kept": _("Berkas ini belum tersimpan. Coba lagi sebentar lagi."),
        "no_room": _(
            "Tempat berkas kami sedang hampir penuh. Kirim dulu tanpa berkas ini; berkas dapat menyusul."
        ),
        "draft_of_account": _(
            "Draf ini milik sebuah akun. Masuk dulu untuk menambah berkas; tulisan Anda tetap ada di sini."
        ),
        "photo_too_large": _("Foto ini terlalu besar. Perkecil dulu, lalu kirim lagi."),
        "too_many_files": _("Paling banyak lima berkas."),
        "too_many_uploads": _("Terlalu banyak berkas dari sambungan ini. Tunggu beberapa menit."),
        "evidence_missing": _("Lampirkan bukti, atau tulis alasan mengapa tidak mungkin ada bukti."),
        # The desk
        "view_name_missing": _("Beri nama dulu untuk tampilan ini."),
        "too_many_views": _("Paling banyak 20 tampilan tersimpan. Hapus satu dulu."),
        "not_found": _("Laporan ini tidak ada, atau tidak lagi di meja Anda."),
        "not_allowed": _("Langkah ini bukan tugas Anda untuk laporan ini."),
        "moved_on": _("Keadaan laporan ini tidak memungkinkan langkah itu."),
        # Accounts
        "login_wrong": _(
            "Nama masuk atau kata sandinya tidak cocok. Periksa, atau masuk dengan tautan surel."
        ),
        "login_taken": _("Nomor ini tidak dapat dipakai mendaftar. Kalau ini nomor Anda, masuklah."),
        "link_needs_email": _("Tautan hanya dapat dikirim ke surel."),
        "link_used_up": _("Tautan ini sudah dipakai atau lewat waktunya. Minta yang baru di sini."),
        # Choices
        "place_unknown": _("Tempat ini belum kami kenal. Pilih dari daftar."),
        "category_unknown": _("Kategori ini tidak ada lagi. Pilih yang lain."),
        "agency_unknown": _("Instansi ini tidak ada lagi. Pilih yang lain."),
        "agency_is_holder": _("Laporan ini sudah di instansi itu."),
        "agency_not_below": _("Pilih instansi di bawah instansi Anda."),
        "supervisory_to_inspectorate": _(
            "Laporan berkadar pengawasan hanya dapat diteruskan ke inspektorat."
        ),
        "supervisory_no_copies": _(
            "Laporan berkadar pengawasan tidak boleh ditembuskan: hanya inspektorat yang membacanya. "
            "Hapus tembusannya."
        ),
        "proposed_agency_missing": _("Pilih instansi yang menurut Anda berwenang."),
        "proposed_agency_is_own": _("Pilih instansi lain, bukan instansi Anda sendiri."),
        "archive_reason_unknown": _("Pilih alasan dari daftar."),
        "left_by_reporter": _("Pelapornya sudah mencabut laporan ini. Arsipkan dari halamannya sendiri."),
        "competent_body_missing": _("Tulis nama lembaga yang berwenang dan cara menghubunginya."),
        "other_not_public": _("Laporan itu tidak tampil untuk umum. Kosongkan, atau tulis nomor lain."),
        "merge_target_unknown": _("Laporan tujuan tidak ditemukan atau sudah ditutup."),
        "merge_other_reporter": _("Kedua laporan bukan dari pelapor yang sama, jadi tidak dapat digabung."),
        "merge_anonymous": _("Laporan anonim hanya dapat digabung oleh Meja Nasional."),
        "rating_out_of_range": _("Pilih nilai 1 sampai 5."),
        "days_out_of_range": _("Jumlah harinya tidak dapat diterima."),
        "less_privacy": _("Hanya pelapor yang dapat membuka apa yang sudah ia tutup."),
        # Moments
        "approval_needed": _("Ajukan dulu kepada pejabat penyetuju."),
        "proposal_waits": _("Masih ada konsep yang menunggu persetujuan."),
        "extension_waits": _("Satu permintaan perpanjangan sudah menunggu persetujuan."),
        "nobody_approves": _(
            "Belum ada pejabat penyetuju lain di unit ini. Kirim langsung, atau hubungi meja instansi Anda."
        ),
        "nobody_extends": _(
            "Belum ada petugas di tingkat atas yang dapat menyetujui perpanjangan. Hubungi meja nasional."
        ),
        "not_own_proposal": _("Hanya penulisnya yang dapat menarik konsep ini."),
        "nothing_proposed": _("Tidak ada konsep yang menunggu persetujuan."),
        "own_proposal": _("Konsep sendiri disetujui orang lain."),
        "follow_up_first": _("Tulis tindak lanjut dulu, baru nyatakan selesai."),
        "clock_over": _(
            "Tenggatnya sudah lewat, jadi tidak dapat diperpanjang lagi. Kabari pelapor sampai mana kerjanya."
        ),
        "not_due": _("Waktunya belum habis."),
        "not_published": _("Laporan ini tidak tampil untuk umum."),
        # Words of notices
        "subject_missing": _("Tulis judul suratnya."),
        "body_missing": _("Tulis isi suratnya."),
        "unknown_placeholder": _("Ada kata dalam kurung kurawal yang tidak dikenal. Pakai kata dari daftar."),
        "placeholder_owed": _("Isi surat harus memuat {nomor} dan {tautan}."),
        # Accounts
        "name_missing": _("Tulis nama Anda."),
        "login_unreadable": _("Tulis alamat surel atau nomor HP yang lengkap."),
        "email_unreadable": _("Alamat surel ini belum lengkap. Contoh: nama@contoh.id"),
        "email_taken": _("Alamat surel ini sudah dipakai akun lain. Masuklah ke akun itu."),
        "masked_in_part": _("Hapus semuanya, lalu tulis lengkap. Yang tertutup tidak dapat diubah sebagian."),
        "phone_unreadable": _("Nomor ini tidak dikenal. Periksa angkanya. Contoh: 0812 3456 7890"),
        "password_missing": _("Tulis kata sandi yang sekarang."),
        "password_weak": _("Kata sandi terlalu mudah ditebak. Pakai paling sedikit 10 huruf."),
        "password_wrong": _("Kata sandi yang sekarang tidak cocok."),
    },
}
