"""Tales of streets, lamps, waste and water."""

from lapor.config.demo.tale import Tale, Topic

ROAD = Topic(
    key="road",
    affair="1.03",
    category="pekerjaan-umum-dan-penataan-ruang.jalan-berlubang",
    tales=(
        Tale(
            "Lubang besar di {place}",
            "{place} berlubang besar, kira-kira selebar satu meter. Sudah {since}.",
            (
                "Anak sekolah beberapa kali jatuh dari sepeda karena menghindarinya.",
                "Kalau hujan lubangnya tertutup air dan tidak kelihatan.",
            ),
            "Lubangnya tepat di depan nomor berapa, atau dekat bangunan apa?",
            "Tim sudah mengukur lubang pagi ini. Sementara itu rambu peringatan dipasang.",
            "Lubang sudah dibongkar, diisi agregat, dan ditutup aspal panas.",
        ),
        Tale(
            "Aspal {place} terkelupas",
            "Aspal di {place} terkelupas sepanjang dua puluh langkah sejak {since} lalu.",
            (
                "Truk sering oleng di tempat itu, warga sekitar takut.",
                "Debunya masuk ke warung-warung di tepi jalan.",
            ),
            "Di sisi jalan yang mana aspalnya terkelupas?",
            "Ruas ini masuk jadwal pelapisan pekan depan. Kami memberi tanda cat di tepinya.",
            "Pelapisan ulang selesai kemarin sore. Saluran tepi ikut dibersihkan.",
        ),
        Tale(
            "Tiga lubang berjajar di {place}",
            "Ada tiga lubang berjajar di {place}. Sudah {since} tidak ditambal.",
            (
                "Pedagang sayur harus memutar jauh setiap pagi.",
                "Kemarin satu ban mobil tetangga saya pecah di sana.",
            ),
            "Berapa kira-kira dalamnya, dan apakah ada rambu di sana?",
            "Petugas sudah meninjau. Lapisan bawahnya perlu dibongkar dulu sebelum diaspal.",
            "Ketiga lubang sudah ditambal dan dipadatkan.",
        ),
        Tale(
            "Bahu jalan {place} longsor",
            "Bahu jalan di {place} longsor {since} lalu, tinggal separuh lebarnya.",
            (
                "Dua kendaraan tidak bisa lagi berpapasan.",
                "Malam hari tidak ada tanda apa pun di sana.",
            ),
            "Seberapa panjang bagian yang longsor?",
            "Pembatas sementara sudah dipasang. Dinding penahan digambar pekan ini.",
            "Dinding penahan batu sudah berdiri dan bahu jalan diurug kembali.",
        ),
    ),
    picture="road",
    weight=26,
)
LAMP = Topic(
    key="lamp",
    affair="2.15",
    category="pekerjaan-umum-dan-penataan-ruang.penerangan-jalan",
    tales=(
        Tale(
            "Lampu jalan padam di {place}",
            "Lampu penerangan di {place} padam {since}.",
            (
                "Ibu-ibu yang pulang kerja malam merasa tidak aman.",
                "Warga terpaksa memasang lampu sendiri dari rumah.",
            ),
            "Berapa tiang yang padam, dan apakah ada nomor pada tiangnya?",
            "Petugas memeriksa jaringan malam ini. Dugaan sementara, pengatur waktunya rusak.",
            "Pengatur waktu sudah diganti dan semua lampu menyala sejak tadi malam.",
        ),
        Tale(
            "{place} gelap dari ujung ke ujung",
            "Sudah {since} lampu jalan di {place} tidak menyala, dari ujung ke ujung.",
            ("Minggu lalu ada sepeda motor menabrak pembatas karena gelap.",),
            "Apakah rumah-rumah di sana juga sering padam?",
            "Kabel di bawah tanah putus oleh galian. Sambungannya dikerjakan lusa.",
            "Kabel yang putus sudah disambung, lampu menyala dari ujung ke ujung.",
        ),
        Tale(
            "Tiang lampu miring di {place}",
            "Satu tiang lampu di {place} miring ke arah jalan sejak {since} lalu.",
            ("Kalau angin kencang tiangnya bergoyang.", "Anak-anak bermain tepat di bawahnya."),
            "Dekat bangunan apa tiang itu berdiri?",
            "Daerah di sekitar tiang sudah kami batasi. Alat angkat datang besok.",
            "Tiang sudah ditegakkan di atas pondasi baru.",
        ),
        Tale(
            "Lampu {place} menyala siang hari",
            "Lampu jalan di {place} menyala siang dan malam, sudah {since}.",
            ("Sayang listriknya, padahal gang sebelah gelap.",),
            "Apakah semua lampunya, atau hanya beberapa?",
            "Sensor cahayanya macet. Penggantinya sudah dipesan.",
            "Sensor cahaya sudah diganti; lampu padam sendiri pada pagi hari.",
        ),
    ),
    picture="lamp",
    weight=14,
)
WASTE = Topic(
    key="waste",
    affair="2.11",
    category="lingkungan-hidup-dan-kehutanan.pengelolaan-sampah",
    tales=(
        Tale(
            "Sampah menumpuk di {place}",
            "Sampah di {place} tidak diangkut {since}. Tumpukannya sudah sampai ke jalan.",
            (
                "Baunya masuk ke ruang kelas sekolah di sebelahnya.",
                "Lalat dan tikus makin banyak, warga khawatir anak-anak sakit.",
            ),
            "Apakah tumpukannya di bak resmi atau di tanah kosong?",
            "Truk pengangkut rusak sejak Senin. Kami menambah satu rit besok pagi.",
            "Tumpukan sudah diangkut dan jadwal rutin kembali dua kali sepekan.",
        ),
        Tale(
            "Bak sampah {place} meluap",
            "Bak sampah di {place} penuh {since} dan isinya berserakan.",
            ("Kalau hujan sampahnya hanyut ke selokan.", "Kucing dan anjing menyeretnya ke mana-mana."),
            "Pukul berapa biasanya bak itu dikosongkan?",
            "Petugas sudah mengangkut sebagian. Bak kedua dipasang pekan ini.",
            "Bak kedua sudah dipasang dan keduanya dikosongkan setiap pagi.",
        ),
        Tale(
            "Sampah dibakar setiap sore di {place}",
            "Setiap sore orang membakar sampah di {place}. Sudah {since} begini.",
            ("Asapnya membuat ibu saya sesak napas.", "Jemuran kami berbau asap."),
            "Apakah yang dibakar sampah rumah tangga atau sampah usaha?",
            "Kami sudah bicara dengan pengurus RT. Pengangkutan di sana ditambah satu kali.",
            "Papan larangan dipasang, sampahnya kini diangkut, dan pembakaran berhenti.",
        ),
        Tale(
            "Pohon tumbang belum diangkat di {place}",
            "Pohon tumbang di {place} {since} lalu, batangnya masih di tepi jalan.",
            ("Separuh trotoar tidak bisa dilewati.",),
            "Apakah batangnya menyentuh kabel?",
            "Regu pemangkas dijadwalkan Rabu pagi.",
            "Batang dan dahannya sudah dipotong dan diangkut.",
        ),
    ),
    picture="waste",
    weight=16,
)
DRAIN = Topic(
    key="drain",
    affair="1.03",
    category="pekerjaan-umum-dan-penataan-ruang.drainase-gorong-gorong-parit",
    tales=(
        Tale(
            "Genangan setiap hujan di {place}",
            "Setiap hujan sebentar saja {place} tergenang semata kaki. Sudah {since} begini.",
            ("Air masuk ke tiga rumah yang lantainya rendah.",),
            "Dari mana arah airnya, dan sampai ke mana genangannya?",
            "Lubang masuk airnya tertutup aspal lama. Kami membukanya Kamis.",
            "Empat lubang masuk air sudah dibuka dan diberi saringan.",
        ),
        Tale(
            "Selokan {place} tersumbat",
            "Selokan di {place} penuh lumpur {since}, airnya tidak mengalir.",
            ("Nyamuk banyak sekali di sekitar sini.", "Baunya sampai ke dalam rumah."),
            "Seberapa panjang bagian yang tersumbat?",
            "Regu pengeruk dijadwalkan Kamis. Mohon kendaraan tidak parkir di atas selokan.",
            "Selokan sudah dikeruk sepanjang delapan puluh meter.",
        ),
        Tale(
            "Gorong-gorong {place} ambles",
            "Gorong-gorong di {place} ambles {since} lalu dan baru ditutup papan.",
            ("Mobil ambulans tidak berani lewat.",),
            "Apakah masih ada kendaraan yang melewatinya?",
            "Papan sudah kami ganti pelat baja. Gorong-gorong baru dicetak pekan ini.",
            "Gorong-gorong beton yang baru sudah terpasang dan jalan dibuka kembali.",
        ),
        Tale(
            "Tutup selokan hilang di {place}",
            "Dua tutup selokan di {place} hilang {since} lalu.",
            ("Seorang anak hampir terperosok.", "Malam hari lubangnya tidak kelihatan."),
            "Di depan bangunan apa tutup yang hilang itu?",
            "Lubangnya sudah kami pagari. Tutup beton datang lusa.",
            "Kedua tutup beton sudah terpasang dan dikunci.",
        ),
    ),
    picture="drain",
    weight=10,
)
WATER = Topic(
    key="water",
    affair="1.03",
    category="energi-dan-sumber-daya-alam.layanan-air-minum",
    tales=(
        Tale(
            "Air keruh di {place}",
            "Air di {place} keruh kecokelatan {since}.",
            ("Kami membeli air galon untuk memasak.",),
            "Apakah tetangga Anda mengalami hal yang sama?",
            "Saringan di instalasi sedang dicuci. Air tangki dikirim setiap sore.",
            "Saringan selesai dicuci, air jernih kembali sejak kemarin.",
        ),
        Tale(
            "Air hanya menetes di {place}",
            "Sudah {since} air di {place} hanya menetes pada malam hari.",
            ("Mesjid tidak punya air untuk wudu.", "Kami bergantian bangun malam untuk menampungnya."),
            "Pukul berapa air biasanya mulai menetes?",
            "Pompa kedua mati. Suku cadangnya tiba pekan ini, air tangki dikirim setiap sore.",
            "Pompa kedua bekerja lagi dan air mengalir siang malam.",
        ),
        Tale(
            "Pipa bocor di {place}",
            "Pipa air di {place} bocor {since}, airnya terbuang ke selokan.",
            ("Di rumah kami airnya jadi kecil sekali.",),
            "Apakah kebocorannya di tepi atau di tengah jalan?",
            "Pipa induk bocor di dua titik. Penggalian dimulai besok pagi.",
            "Pipa sudah diganti di kedua titik dan galiannya ditutup.",
        ),
        Tale(
            "Air berbau di {place}",
            "Air di {place} berbau obat sejak {since} lalu.",
            ("Anak saya tidak mau meminumnya.",),
            "Apakah baunya sepanjang hari atau hanya pagi?",
            "Takaran kaporit terlalu tinggi. Kami turunkan hari ini dan ukur lagi lusa.",
            "Hasil ukur sudah di bawah batas dan baunya hilang.",
        ),
    ),
    picture="water",
    weight=9,
)
