"""All topics of the demo world, and what its officers say that belongs to no topic."""

from lapor.config.demo import tales_of_conduct as conduct
from lapor.config.demo import tales_of_services as services
from lapor.config.demo import tales_of_streets as streets
from lapor.rules.kinds import ArchiveReason

TOPICS = (
    streets.ROAD,
    streets.LAMP,
    streets.WASTE,
    streets.DRAIN,
    streets.WATER,
    services.IDENTITY_CARD,
    services.CLINIC,
    services.SCHOOL,
    services.AID,
    services.AID_CENTRAL,
    services.PASSPORT,
    conduct.LEVY,
    conduct.WISH,
    conduct.QUESTION,
)
ARCHIVED = {
    ArchiveReason.SPAM: "Isinya iklan yang dikirim berulang kali, bukan laporan layanan publik.",
    ArchiveReason.NOT_PUBLIC_SERVICE: (
        "Ini urusan jual beli antarwarga. Untuk itu ada badan penyelesaian sengketa konsumen di daerah Anda."
    ),
    ArchiveReason.COMPETENT_BODY_OUTSIDE: (
        "Perkaranya sedang diadili, jadi yang berwenang pengadilan. Tanyakan kepada loket informasinya."
    ),
}
COMPETENT_BODY = "Pengadilan negeri setempat"
SETTLED_WITHOUT_PICTURE = "Layanan ini tidak meninggalkan sesuatu yang bisa difoto."
