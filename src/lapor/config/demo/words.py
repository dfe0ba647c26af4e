"""Sentences of the demo world, by topic. Invented for this purpose; nobody's real report."""

from dataclasses import dataclass

from lapor.rules.kinds import Kind


@dataclass(frozen=True, slots=True)
class Topic:
    """What people of the demo world tell about one subject, and what officers answer.

    `affair` is the code of the government affair whose office answers; `ministry` a central body instead.
    Slots: {place} a street or spot, {since} a span of time, {name} a place's own name.
    """

    key: str
    affair: str
    category: str
    titles: tuple[str, ...]
    stories: tuple[str, ...]
    effects: tuple[str, ...]
    asks: tuple[str, ...]
    answers: tuple[str, ...]
    results: tuple[str, ...]
    picture: str = ""
    kind: Kind = Kind.COMPLAINT
    ministry: str = ""
    is_supervisory: bool = False
    weight: int = 10


ROAD = Topic(
    key="road",
    affair="1.03",
    category="pekerjaan-umum-dan-penataan-ruang.jalan-berlubang",
    titles=(
        "{place} berlubang",
        "Lubang besar di {place}",
        "Aspal {place} terkelupas",
        "{place} rusak parah",
    ),
    stories=(
        "{place} berlubang besar, kira-kira selebar satu meter. Sudah {since}.",
        "Aspal di {place} terkelupas sepanjang dua puluh langkah sejak {since} lalu.",
        "Ada tiga lubang berjajar di {place}. Sudah {since} tidak ditambal.",
    ),
    effects=(
        "Anak sekolah beberapa kali jatuh dari sepeda karena menghindarinya.",
        "Kalau hujan lubangnya tertutup air dan tidak kelihatan.",
        "Truk sering oleng di tempat itu, warga sekitar takut.",
        "Pedagang sayur harus memutar jauh setiap pagi.",
    ),
    asks=("Lubangnya tepat di depan nomor berapa, atau dekat bangunan apa?",),
    answers=(
        "Tim sudah mengukur lubang pagi ini. Sementara itu rambu peringatan dipasang.",
        "Ruas ini masuk jadwal penambalan pekan depan. Kami memberi tanda cat di tepi lubang.",
        "Petugas sudah meninjau. Lapisan bawahnya perlu dibongkar dulu sebelum diaspal.",
    ),
    results=(
        "Lubang sudah dibongkar, diisi agregat, dan ditutup aspal panas.",
        "Penambalan selesai kemarin sore. Saluran tepi ikut dibersihkan.",
    ),
    picture="road",
    weight=26,
)
LAMP = Topic(
    key="lamp",
    affair="2.15",
    category="pekerjaan-umum-dan-penataan-ruang.penerangan-jalan",
    titles=("Lampu jalan padam di {place}", "{place} gelap", "Tiga lampu mati di {place}"),
    stories=(
        "Lampu penerangan di {place} padam {since}.",
        "Sudah {since} lampu jalan di {place} tidak menyala, dari ujung ke ujung.",
    ),
    effects=(
        "Ibu-ibu yang pulang kerja malam merasa tidak aman.",
        "Minggu lalu ada sepeda motor menabrak pembatas karena gelap.",
        "Warga terpaksa memasang lampu sendiri dari rumah.",
    ),
    asks=("Berapa tiang yang padam, dan apakah ada nomor pada tiangnya?",),
    answers=(
        "Petugas memeriksa jaringan malam ini. Dugaan sementara, pengatur waktunya rusak.",
        "Lampu pengganti sudah dipesan dan datang pekan ini.",
    ),
    results=("Lampu sudah diganti dan menyala sejak tadi malam.", "Kabel yang putus sudah disambung."),
    picture="lamp",
    weight=14,
)
WASTE = Topic(
    key="waste",
    affair="2.11",
    category="lingkungan-hidup-dan-kehutanan.pengelolaan-sampah",
    titles=("Sampah menumpuk di {place}", "Tempat sampah {place} meluap", "Sampah tidak diangkut di {place}"),
    stories=(
        "Sampah di {place} tidak diangkut {since}. Tumpukannya sudah sampai ke jalan.",
        "Bak sampah di {place} penuh {since} dan isinya berserakan.",
    ),
    effects=(
        "Baunya masuk ke ruang kelas sekolah di sebelahnya.",
        "Lalat dan tikus makin banyak, warga khawatir anak-anak sakit.",
        "Kalau hujan sampahnya hanyut ke selokan.",
    ),
    asks=("Apakah tumpukannya di bak resmi atau di tanah kosong?",),
    answers=(
        "Truk pengangkut rusak sejak Senin. Kami menambah satu rit besok pagi.",
        "Petugas sudah mengangkut sebagian. Sisanya menunggu alat berat.",
    ),
    results=("Tumpukan sudah diangkut dan jadwal rutin kembali dua kali sepekan.",),
    picture="waste",
    weight=16,
)
DRAIN = Topic(
    key="drain",
    affair="1.03",
    category="pekerjaan-umum-dan-penataan-ruang.drainase-gorong-gorong-parit",
    titles=("Selokan {place} tersumbat", "Genangan setiap hujan di {place}", "Gorong-gorong {place} ambles"),
    stories=(
        "Setiap hujan sebentar saja {place} tergenang semata kaki. Sudah {since} begini.",
        "Selokan di {place} penuh lumpur {since}, airnya tidak mengalir.",
    ),
    effects=("Air masuk ke tiga rumah yang lantainya rendah.", "Nyamuk banyak sekali di sekitar sini."),
    asks=("Dari mana arah airnya, dan sampai ke mana genangannya?",),
    answers=("Regu pengeruk dijadwalkan Kamis. Mohon kendaraan tidak parkir di atas selokan.",),
    results=("Selokan sudah dikeruk sepanjang delapan puluh meter.",),
    picture="drain",
    weight=10,
)
IDENTITY_CARD = Topic(
    key="identity_card",
    affair="2.12",
    category="kependudukan",
    titles=("KTP elektronik {since} belum jadi", "Akta kelahiran belum terbit", "Kartu keluarga salah nama"),
    stories=(
        "Saya merekam KTP elektronik {since} lalu, sampai sekarang belum ada kabar.",
        "Akta kelahiran anak saya diajukan {since} lalu dan selalu diminta kembali besok.",
        "Nama ayah pada kartu keluarga kami salah tulis. Sudah {since} kami minta diperbaiki.",
    ),
    effects=("Saya jadi tidak bisa mengurus rujukan rumah sakit.", "Anak saya tidak bisa mendaftar sekolah."),
    asks=("Kapan Anda merekam data, dan di kecamatan mana?",),
    answers=(
        "Blangko sempat habis dan datang pekan ini. Berkas Anda ada di urutan cetak.",
        "Data sudah kami temukan. Perbaikan menunggu salinan akta nikah orang tua.",
    ),
    results=("Dokumen sudah dicetak dan bisa diambil di loket tiga tanpa antre.",),
    weight=14,
)
WATER = Topic(
    key="water",
    affair="1.03",
    category="energi-dan-sumber-daya-alam.layanan-air-minum",
    titles=("Air keruh di {place}", "Air tidak mengalir di {place}"),
    stories=("Air di {place} keruh kecokelatan {since}.", "Sudah {since} air hanya menetes pada malam hari."),
    effects=("Kami membeli air galon untuk memasak.", "Mesjid tidak punya air untuk wudu."),
    asks=("Apakah tetangga Anda mengalami hal yang sama?",),
    answers=("Pipa induk bocor di dua titik. Perbaikan berjalan, air tangki dikirim setiap sore.",),
    results=("Pipa sudah diganti, air jernih kembali sejak kemarin.",),
    picture="water",
    weight=9,
)
CLINIC = Topic(
    key="clinic",
    affair="1.02",
    category="kesehatan",
    titles=("Antre nomor puskesmas sejak subuh", "Dokter gigi puskesmas tidak ada", "Obat selalu kosong"),
    stories=(
        "Di Puskesmas {name} orang antre nomor sejak pukul lima pagi. Sudah {since} begitu.",
        "Obat tekanan darah di Puskesmas {name} kosong {since}.",
    ),
    effects=("Orang tua saya berdiri dua jam.", "Kami membeli obat di luar dan uangnya tidak cukup."),
    asks=("Hari apa saja Anda mengalaminya?",),
    answers=("Mulai Senin nomor antrean dibagi dalam dua gelombang, lansia didahulukan.",),
    results=("Loket tambahan sudah dibuka dan obatnya tersedia kembali.",),
    weight=9,
)
SCHOOL = Topic(
    key="school",
    affair="1.01",
    category="pendidikan-dan-kebudayaan.biaya-sekolah",
    titles=("Atap kelas SD bocor", "Diminta uang seragam", "Bangku kelas kurang"),
    stories=(
        "Atap dua ruang kelas SD di {place} bocor {since}.",
        "Sekolah di {name} meminta uang seragam padahal katanya sukarela. Sudah {since} ditagih.",
    ),
    effects=("Anak-anak belajar bergantian.", "Anak yang belum bayar dipanggil di depan kelas."),
    asks=("Apakah ada surat edaran tertulis? Mohon dilampirkan bila ada.",),
    answers=("Kepala sekolah sudah kami panggil. Pungutan dihentikan dan uang dikembalikan.",),
    results=("Perbaikan atap selesai dan kelas dipakai lagi.",),
    weight=7,
)
AID = Topic(
    key="aid",
    affair="1.06",
    category="sosial-dan-kesejahteraan.bantuan-sosial",
    titles=("Bantuan sosial berhenti tanpa pemberitahuan", "Nama hilang dari daftar penerima"),
    stories=(
        "Bantuan pangan ibu saya berhenti {since} tanpa ada yang memberi tahu alasannya.",
        "Nama kami hilang dari daftar penerima bantuan di {name} {since} lalu.",
    ),
    effects=("Beliau tinggal sendiri dan tidak lagi bekerja.", "Ada tiga anak kecil di rumah."),
    asks=("Mohon sebutkan bulan terakhir bantuan diterima.",),
    answers=("Data beliau terhapus ketika pindah rukun tetangga. Kami ajukan kembali bulan ini.",),
    results=("Nama sudah masuk daftar lagi dan bantuan cair bulan ini.",),
    weight=9,
)
AID_CENTRAL = Topic(
    key="aid_central",
    affair="",
    ministry="P021",
    category="sosial-dan-kesejahteraan.bantuan-sosial",
    titles=("Kartu bantuan tertelan mesin", "Saldo bantuan nol"),
    stories=("Kartu bantuan keluarga kami tidak bisa dipakai {since}, saldonya tertulis nol.",),
    effects=("Pendamping desa juga tidak tahu sebabnya.",),
    asks=("Mohon foto bagian depan kartu, nomor boleh ditutup.",),
    answers=("Kartu Anda terblokir karena data ganda. Pembukaan blokir diproses bank penyalur.",),
    results=("Blokir sudah dibuka dan saldo masuk.",),
    weight=5,
)
PASSPORT = Topic(
    key="passport",
    affair="",
    ministry="P015",
    category="politik-dan-hukum.paspor",
    titles=("Jadwal paspor penuh terus", "Paspor rusak di bagian data"),
    stories=("Kuota permohonan paspor di {name} selalu penuh {since}, dicoba jam berapa pun.",),
    effects=("Ibu saya harus berobat ke luar negeri bulan depan.",),
    asks=("Untuk tanggal berapa Anda membutuhkannya?",),
    answers=("Untuk keperluan berobat tersedia jalur percepatan. Mohon bawa surat dokter.",),
    results=("Permohonan sudah dilayani lewat jalur percepatan.",),
    weight=4,
)
LEVY = Topic(
    key="levy",
    affair="6.01",
    category="politik-dan-hukum.pungutan-liar",
    titles=("Karcis parkir diminta lebih", "Diminta uang saat mengurus surat"),
    stories=(
        "Petugas parkir di {place} meminta lima ribu rupiah, pada karcis tertulis dua ribu. Sudah {since}.",
        "Saat mengurus surat pindah di {name} saya diminta seratus ribu rupiah tanpa kuitansi.",
    ),
    effects=("Kalau menolak, suratnya disimpan di laci.", "Semua orang di antrean membayar."),
    asks=("Apakah Anda ingat hari dan jamnya?",),
    answers=("Pemeriksaan sudah dimulai. Kami tidak menyebut nama siapa pun selama berjalan.",),
    results=("Petugas yang bersangkutan dijatuhi sanksi disiplin dan dipindahkan.",),
    is_supervisory=True,
    weight=6,
)
WISH = Topic(
    key="wish",
    affair="2.15",
    category="perhubungan",
    titles=("Usul tempat penyeberangan di {place}", "Usul halte dekat pasar"),
    stories=(
        "Saya mengusulkan tempat penyeberangan di {place}. Setiap pagi banyak anak menyeberang.",
        "Mohon dipertimbangkan halte beratap di {place}, orang menunggu di bawah hujan.",
    ),
    effects=("Lalu lintasnya ramai pada jam masuk sekolah.",),
    asks=("Di sisi jalan yang mana sebaiknya?",),
    answers=("Terima kasih. Usul ini kami survei pekan depan bersama sekolah.",),
    results=("Marka penyeberangan sudah dicat.", "Usul masuk rencana tahun depan, nomor urut empat."),
    kind=Kind.ASPIRATION,
    picture="road",
    weight=10,
)
QUESTION = Topic(
    key="question",
    affair="2.18",
    category="topik-lainnya",
    titles=("Syarat izin usaha rumahan", "Biaya mengurus izin"),
    stories=(
        "Apa saja syarat izin usaha kue rumahan di {name}, dan berapa lama?",
        "Berapa biaya resmi mengurus nomor induk berusaha? Di {name} saya dengar bermacam-macam.",
    ),
    effects=("Saya ingin mengurusnya sendiri tanpa perantara.",),
    asks=("Usahanya sudah berjalan atau baru direncanakan?",),
    answers=("Nomor induk berusaha gratis dan terbit hari itu juga. Cukup KTP dan alamat usaha.",),
    results=("Jawaban lengkap dan daftar syarat sudah kami kirimkan.",),
    kind=Kind.INFORMATION_REQUEST,
    weight=10,
)

TOPICS = (
    ROAD,
    LAMP,
    WASTE,
    DRAIN,
    IDENTITY_CARD,
    WATER,
    CLINIC,
    SCHOOL,
    AID,
    AID_CENTRAL,
    PASSPORT,
    LEVY,
    WISH,
    QUESTION,
)
