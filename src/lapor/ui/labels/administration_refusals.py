"""Why something can't be managed as it was asked: the reasons of administrative steps."""

from django.utils.translation import gettext_lazy as _

REFUSALS = {
    "line_too_long": _("Terlalu panjang untuk satu baris. Pendekkan."),
    "ends_before_start": _("Berakhirnya sebelum mulainya. Periksa kedua tanggal."),
    "day_in_past": _("Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya."),
    # Agencies and units
    "agency_name_missing": _("Tulis nama instansi atau unitnya."),
    "agency_name_taken": _("Sudah ada unit dengan nama ini di sini."),
    "agency_phone_unreadable": _("Tulis nomor telepon dengan angka, misalnya (0755) 20041."),
    "website_unreadable": _("Tulis alamat situs yang lengkap, misalnya https://solokkota.go.id"),
    "time_zone_unknown": _("Pilih WIB, WITA, atau WIT."),
    "closing_too_early": _("Jam tutup paling awal pukul 10.00."),
    "no_unit_chosen": _("Pilih dulu unit yang benar."),
    "kind_not_below": _("Unit semacam ini tidak dapat berada di bawah instansi itu."),
    "too_deep": _("Susunannya terlalu dalam. Pilih induk yang lebih tinggi."),
    "coordinator_unknown": _(
        "Pilih siapa yang memutus sengketanya: meja nasional, provinsi, atau kementerian."
    ),
    "parent_unknown": _("Pilih induk dari daftar."),
    "parent_below": _("Unit tidak dapat berada di bawah dirinya sendiri. Pilih induk lain."),
    "parent_other_tree": _("Unit hanya dapat dipindah di dalam instansi induknya sendiri."),
    "parent_inactive": _("Instansi di atasnya tidak aktif. Aktifkan dulu yang di atas."),
    "agency_holds_reports": _("Masih memegang laporan terbuka. Alihkan atau selesaikan dulu."),
    "agency_has_units": _("Masih ada unit aktif di bawahnya. Pindahkan atau nonaktifkan dulu."),
    "agency_coordinates": _("Masih menjadi koordinator instansi lain, jadi harus tetap aktif."),
    # Decrees
    "decree_number_missing": _("Tulis nomor SK."),
    "decree_number_taken": _("SK dengan nomor ini sudah tercatat."),
    "decree_in_future": _("Tanggal SK belum tiba. Periksa tanggalnya."),
    "decree_file_type": _("Kirim SK sebagai PDF, JPG, atau PNG."),
    "decree_unknown": _("SK ini bukan milik instansi tersebut. Pilih dari daftar."),
    "member_name_missing": _("Setiap anggota tim perlu nama. Isi namanya, atau kosongkan barisnya."),
    "too_many_members": _("Paling banyak 60 anggota tim."),
    # Officers
    "officer_name_missing": _("Tulis nama petugas."),
    "email_in_use": _("Alamat ini tidak dapat dipakai untuk petugas. Pakai alamat dinas."),
    "account_inactive": _("Akun dengan alamat ini sudah ditutup. Buka lagi akunnya dulu."),
    "account_in_use": _(
        "Petugas ini sudah pernah masuk. Ia dapat meminta tautan baru sendiri di halaman masuk."
    ),
    "own_role": _("Peran Anda sendiri diatur oleh petugas lain."),
    "own_account": _("Akun Anda sendiri hanya dapat ditutup oleh petugas lain."),
    "role_held": _("Petugas ini sudah memegang peran itu di sana."),
    "role_over": _("Peran ini sudah berakhir."),
    "last_desk_officer": _("Ia petugas terakhir di meja ini. Nyatakan bahwa Anda memahami akibatnya."),
    "last_national_officer": _("Meja nasional tidak boleh kosong. Tunjuk penggantinya dulu."),
    # Categories and texts
    "category_name_missing": _("Tulis nama kategori."),
    "category_name_taken": _("Kategori dengan nama ini sudah ada di sini."),
    "main_category_unknown": _("Pilih kategori utama dari daftar."),
    "category_has_children": _("Kategori yang punya subkategori tidak dapat menjadi subkategori."),
    "category_has_active_children": _("Nonaktifkan dulu subkategorinya."),
    "template_body_missing": _("Tulis isi templatnya."),
    "title_taken": _("Sudah ada templat dengan judul ini."),
    # Limits and days off
    "limit_unknown": _("Pilih jangka waktu dari daftar."),
    "limit_in_past": _("Jangka waktu baru berlaku paling cepat besok. Yang lalu tidak diubah."),
    "legal_basis_missing": _("Tulis dasar hukumnya, misalnya PermenPANRB 5/2025 pasal 12."),
    "holiday_name_missing": _("Tulis nama hari liburnya."),
    "holiday_taken": _("Hari ini sudah tercatat sebagai hari libur."),
    "holiday_kind_unknown": _("Pilih jenis hari libur dan wilayahnya."),
    "holiday_region_unknown": _("Pilih provinsi, kabupaten, atau kota dari daftar."),
}
