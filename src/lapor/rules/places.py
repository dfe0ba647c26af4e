"""Administrative levels, the codes of the Ministry of Home Affairs (Kemendagri), and time zones.

Codes are dotted: `13` province, `13.72` regency or city, `13.72.02` district, `13.72.02.1003` village
(Kepmendagri 300.2.2-2430/2025).
"""

from enum import StrEnum


class RegionLevel(StrEnum):
    """The five levels. Regency and city stand on the same step but are named differently by law."""

    PROVINCE = "province"
    REGENCY = "regency"
    CITY = "city"
    DISTRICT = "district"
    VILLAGE = "village"


#: A level's step from above; regency and city share one.
LEVEL_STEP = {
    RegionLevel.PROVINCE: 1,
    RegionLevel.REGENCY: 2,
    RegionLevel.CITY: 2,
    RegionLevel.DISTRICT: 3,
    RegionLevel.VILLAGE: 4,
}

#: Length of a dotted code by step: 13, 13.72, 13.72.02, 13.72.02.1003.
CODE_LENGTHS = (2, 5, 8, 13)
REGENCY_LENGTH = CODE_LENGTHS[1]

WESTERN, CENTRAL, EASTERN = "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"

# Keppres 41/1987: central time for Bali, Nusa Tenggara, South, East and North Kalimantan and Sulawesi;
# eastern time for Maluku and Papua; western time for the rest.
_CENTRAL_PROVINCES = frozenset(["51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"])
_EASTERN_PROVINCES = frozenset(["81", "82", "91", "92", "93", "94", "95", "96"])


def time_zone_of(code: str) -> str:
    """The IANA time zone of the province in which the region with this dotted code lies."""
    province = code[:2]
    if province in _CENTRAL_PROVINCES:
        return CENTRAL
    return EASTERN if province in _EASTERN_PROVINCES else WESTERN


def parent_code(code: str) -> str | None:
    """The code one step up; None for a province."""
    return code.rpartition(".")[0] or None


def chain_of(code: str) -> tuple[str, ...]:
    """The codes from the province down to this region, itself included."""
    return tuple(code[:length] for length in CODE_LENGTHS if length <= len(code))


def is_kelurahan(code: str) -> bool:
    """Whether a village is a *kelurahan*, a unit of its city or regency, not a self-governing *desa*.

    The village part of the code starts with 1 for kelurahan, 2 for desa, 3 for desa adat.
    """
    return len(code) == CODE_LENGTHS[-1] and code[9] == "1"


#: How people shorten provinces and designations in writing, unfolded to the words of their names.
ABBREVIATIONS = {
    "sumut": "sumatera utara",
    "sumbar": "sumatera barat",
    "sumsel": "sumatera selatan",
    "babel": "bangka belitung",
    "kepri": "kepulauan riau",
    "jabar": "jawa barat",
    "jateng": "jawa tengah",
    "jatim": "jawa timur",
    "jogja": "yogyakarta",
    "jogjakarta": "yogyakarta",
    "yogya": "yogyakarta",
    "diy": "di yogyakarta",
    "ntb": "nusa tenggara barat",
    "ntt": "nusa tenggara timur",
    "kalbar": "kalimantan barat",
    "kalteng": "kalimantan tengah",
    "kalsel": "kalimantan selatan",
    "kaltim": "kalimantan timur",
    "kaltara": "kalimantan utara",
    "sulut": "sulawesi utara",
    "sulteng": "sulawesi tengah",
    "sulsel": "sulawesi selatan",
    "sultra": "sulawesi tenggara",
    "sulbar": "sulawesi barat",
    "malut": "maluku utara",
    "jaksel": "jakarta selatan",
    "jakbar": "jakarta barat",
    "jakpus": "jakarta pusat",
    "jaktim": "jakarta timur",
    "jakut": "jakarta utara",
    "prov": "provinsi",
    "propinsi": "provinsi",
    "kab": "kabupaten",
    "kotamadya": "kota",
    "kodya": "kota",
    "kec": "kecamatan",
    "distrik": "kecamatan",
    "kel": "kelurahan",
    "ds": "desa",
}

_LEVEL_WORDS = {
    "provinsi": RegionLevel.PROVINCE,
    "kabupaten": RegionLevel.REGENCY,
    "kota": RegionLevel.CITY,
    "kecamatan": RegionLevel.DISTRICT,
    "kelurahan": RegionLevel.VILLAGE,
    "desa": RegionLevel.VILLAGE,
    "nagari": RegionLevel.VILLAGE,
}


def unabbreviated(words: str) -> str:
    """Folded words with the usual abbreviations written out: "kab bandung jabar" as "kabupaten …"."""
    return " ".join(ABBREVIATIONS.get(word, word) for word in words.split())


def level_named_first(words: str) -> RegionLevel | None:
    """The level that a folded place text begins with naming, as in "kecamatan tebet"."""
    return _LEVEL_WORDS.get(words.partition(" ")[0])
