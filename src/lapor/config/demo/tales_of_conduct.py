"""Tales of misconduct, wishes and questions."""

from lapor.config.demo.tale import Tale, Topic
from lapor.rules.kinds import Kind

LEVY = Topic(
    key="levy",
    affair="6.01",
    category="politik-dan-hukum.pungutan-liar",
    tales=(
        Tale(
            "Karcis parkir diminta lebih",
            "Petugas parkir di {place} meminta lima ribu, pada karcis tertulis dua ribu. Sudah {since}.",
            ("Semua orang di sana membayar karena takut.",),
            "Apakah Anda ingat hari dan jamnya?",
            "Pemeriksaan sudah dimulai. Kami tidak menyebut nama siapa pun selama berjalan.",
            "Tarif resmi dipasang besar-besar dan petugas yang bersangkutan dijatuhi sanksi disiplin.",
        ),
        Tale(
            "Diminta uang saat mengurus surat pindah",
            "Saat mengurus surat pindah di {name} saya diminta seratus ribu rupiah tanpa kuitansi.",
            ("Kalau menolak, suratnya disimpan di laci.",),
            "Di loket mana dan pada tanggal berapa?",
            "Kami sudah meminta keterangan dari loket itu dan mengamankan buku catatannya.",
            "Petugas yang bersangkutan dijatuhi sanksi disiplin dan dipindahkan.",
        ),
        Tale(
            "Pegawai pulang sebelum jam tutup",
            "Sudah {since} loket di {name} ditutup pukul satu, padahal tertulis sampai pukul tiga.",
            ("Orang dari jauh pulang dengan tangan kosong.",),
            "Loket apa, dan hari apa saja?",
            "Daftar hadir bulan ini sedang kami periksa.",
            "Kepala loket ditegur tertulis dan jam layanan kini dijaga bergiliran.",
        ),
        Tale(
            "Mobil dinas dipakai berdagang",
            "Mobil dinas dari {name} dipakai mengangkut dagangan di {place}, sudah {since}.",
            ("Warga melihatnya setiap hari pasar.",),
            "Apakah Anda melihat nomor atau tandanya?",
            "Buku pemakaian kendaraan sudah kami minta dari dinasnya.",
            "Kendaraan ditarik ke kantor dan pemakainya dijatuhi sanksi disiplin.",
        ),
    ),
    is_supervisory=True,
    weight=6,
)
WISH = Topic(
    key="wish",
    affair="2.15",
    category="perhubungan",
    tales=(
        Tale(
            "Usul tempat penyeberangan di {place}",
            "Saya mengusulkan tempat penyeberangan di {place}. Setiap pagi banyak anak menyeberang.",
            ("Lalu lintasnya ramai pada jam masuk sekolah.",),
            "Di sisi jalan yang mana sebaiknya?",
            "Terima kasih. Usul ini kami survei pekan depan bersama sekolah.",
            "Marka penyeberangan sudah dicat dan rambunya terpasang.",
        ),
        Tale(
            "Usul halte beratap di {place}",
            "Mohon dipertimbangkan halte beratap di {place}, orang menunggu di bawah hujan.",
            ("Banyak yang lanjut usia di antara mereka.",),
            "Kira-kira berapa orang yang menunggu di sana pada pagi hari?",
            "Kami menghitung penumpang di sana selama sepekan.",
            "Usul masuk rencana tahun depan, nomor urut empat.",
        ),
        Tale(
            "Usul jalur sepeda di {place}",
            "Saya mengusulkan jalur sepeda di {place}; bahunya lebar dan kosong.",
            ("Anak-anak bersepeda ke sekolah lewat sana.",),
            "Dari mana sampai ke mana jalurnya menurut Anda?",
            "Lebar bahunya sudah kami ukur dan cukup.",
            "Garis jalur sepeda sudah dicat sepanjang enam ratus meter.",
        ),
        Tale(
            "Usul angkutan malam lewat {place}",
            "Mohon ada angkutan malam lewat {place} untuk pekerja yang pulang pukul sepuluh.",
            ("Sekarang kami berjalan kaki empat kilometer.",),
            "Berapa orang yang pulang pada jam itu?",
            "Kami menanyakan kesediaan dua pengusaha angkutan pekan ini.",
            "Satu mobil malam diuji coba tiga bulan, pukul sepuluh dan sebelas.",
        ),
    ),
    kind=Kind.ASPIRATION,
    picture="road",
    weight=10,
)
QUESTION = Topic(
    key="question",
    affair="2.18",
    category="topik-lainnya",
    tales=(
        Tale(
            "Syarat izin usaha rumahan",
            "Apa saja syarat izin usaha kue rumahan di {name}, dan berapa lama?",
            ("Saya ingin mengurusnya sendiri tanpa perantara.",),
            "Usahanya sudah berjalan atau baru direncanakan?",
            "Cukup KTP dan alamat usaha; nomor induk berusaha terbit hari itu juga.",
            "Daftar syarat dan langkahnya sudah kami kirimkan.",
        ),
        Tale(
            "Biaya mengurus nomor induk berusaha",
            "Berapa biaya resmi mengurus nomor induk berusaha? Di {name} saya dengar bermacam-macam.",
            ("Ada yang meminta dua ratus ribu rupiah.",),
            "Siapa yang menyebut biaya itu?",
            "Nomor induk berusaha gratis. Tidak ada biaya apa pun, juga tidak untuk perantara.",
            "Jawaban tertulis dengan dasar hukumnya sudah kami kirimkan.",
        ),
        Tale(
            "Jam buka mal pelayanan",
            "Apakah mal pelayanan di {name} buka pada hari Sabtu?",
            ("Saya bekerja dari Senin sampai Jumat.",),
            "Layanan apa yang Anda perlukan?",
            "Sabtu buka pukul delapan sampai dua belas, kecuali layanan paspor.",
            "Jam buka lengkap sudah kami kirimkan dan dipasang di pintu.",
        ),
        Tale(
            "Cara memperpanjang izin reklame",
            "Bagaimana memperpanjang izin reklame toko saya di {place}? Habis dalam {since}.",
            ("Toko saya kecil, papannya hanya dua meter.",),
            "Berapa ukuran papannya?",
            "Papan di bawah tiga meter persegi cukup diperpanjang lewat surel.",
            "Formulir dan contoh isiannya sudah kami kirimkan.",
        ),
    ),
    kind=Kind.INFORMATION_REQUEST,
    weight=10,
)
