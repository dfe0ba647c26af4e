"""Invented people and places of the demo world."""

from random import Random

FIRST = (
    "Siti",
    "Budi",
    "Rahma",
    "Agus",
    "Dewi",
    "Yusuf",
    "Ani",
    "Hendra",
    "Lestari",
    "Rizal",
    "Murni",
    "Fajar",
    "Nurul",
    "Joko",
    "Wati",
    "Ilham",
    "Sri",
    "Andi",
    "Mega",
    "Tono",
    "Kartini",
    "Bayu",
    "Ratna",
    "Syamsul",
)
LAST = (
    "Rahmawati",
    "Santoso",
    "Pratama",
    "Nasution",
    "Lubis",
    "Wijaya",
    "Hidayat",
    "Siregar",
    "Kusuma",
    "Putri",
    "Saputra",
    "Harahap",
    "Maulana",
    "Permata",
    "Syahrir",
    "Gunawan",
    "Anwar",
    "Tanjung",
    "Daeng",
    "Suryani",
)
STREETS = (
    "Jalan Merpati",
    "Jalan Kenanga",
    "Jalan Pandan Ujung",
    "Jalan Pasar Lama",
    "Jalan Veteran",
    "Jalan Mawar",
    "Jalan Batu Tulis",
    "Jalan Sungai Jernih",
    "Jalan Kebun Teh",
    "Simpang Empat",
    "Gang Melati",
    "Jalan Lingkar",
    "Jalan Cendana",
    "Jalan Pelita",
    "Jembatan Kayu Aro",
    "Jalan Bukit Indah",
    "Jalan Stasiun",
    "Jalan Nelayan",
)
SPANS = (
    "tiga hari",
    "seminggu",
    "dua minggu",
    "hampir sebulan",
    "dua bulan",
    "tiga bulan",
)
WHENS = ("kemarin", "tiga hari lalu", "seminggu lalu", "dua minggu lalu", "sebulan lalu", "")


def person(random: Random) -> str:
    return f"{random.choice(FIRST)} {random.choice(LAST)}"


def email(name: str, random: Random) -> str:
    """An address that can't exist: `.test` is reserved (RFC 2606)."""
    return f"{name.lower().replace(' ', '.')}{random.randrange(100)}@contoh.test"


def phone(random: Random) -> str:
    return f"+6281{random.randrange(10**8, 10**9)}"
