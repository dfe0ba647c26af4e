"""Tales that are told here though nobody here can help: each is archived for a reason of its own."""

from lapor.config.demo.tale import Stray, Topic
from lapor.rules.kinds import ArchiveReason

STRAY = Topic(
    key="stray",
    affair="",
    category="topik-lainnya",
    tales=(
        Stray(
            "Pinjaman cair dalam lima menit",
            "Pinjaman tanpa jaminan, cair dalam lima menit. Balas pesan ini sekarang juga.",
            ("Promo hanya hari ini.", "Bunga paling rendah se-Indonesia."),
            ArchiveReason.SPAM,
            "Isinya iklan pinjaman yang dikirim berulang kali, bukan laporan pelayanan publik.",
        ),
        Stray(
            "Kipas angin dari toko daring tidak datang",
            "Saya membeli kipas angin dari toko daring {since} lalu dan barangnya tidak pernah datang.",
            ("Penjualnya tidak lagi membalas pesan.",),
            ArchiveReason.NOT_PUBLIC_SERVICE,
            "Ini jual beli antara Anda dan penjualnya. Badan penyelesaian sengketa konsumen di daerah Anda "
            "menengahinya.",
        ),
        Stray(
            "Teman tidak membayar utangnya",
            "Teman saya meminjam uang {since} lalu dan tidak mau membayarnya kembali.",
            ("Setiap kali ditagih ia minta diundur.",),
            ArchiveReason.NOT_PUBLIC_SERVICE,
            "Utang antarwarga bukan pelayanan publik. Pos bantuan hukum di pengadilan negeri memberi nasihat "
            "tanpa biaya.",
        ),
        Stray(
            "Putusan perkara warisan tidak adil",
            "Putusan hakim atas tanah warisan kami tidak adil, mohon dibatalkan.",
            ("Saudara kami mendapat bagian dua kali lipat.",),
            ArchiveReason.COMPETENT_BODY_OUTSIDE,
            "Putusan hanya dapat diubah pengadilan yang lebih tinggi. Loketnya menjelaskan cara banding.",
            "Pengadilan negeri setempat",
        ),
        Stray(
            "Sepeda motor dicuri di {place}",
            "Sepeda motor saya dicuri di {place} {since} lalu, mohon dicarikan.",
            ("Saya memakainya untuk bekerja.",),
            ArchiveReason.COMPETENT_BODY_OUTSIDE,
            "Pencurian diselidiki polisi. Laporkan di kantor polisi terdekat dengan membawa surat motornya.",
            "Kantor polisi terdekat, atau telepon 110",
        ),
    ),
    weight=8,
)
