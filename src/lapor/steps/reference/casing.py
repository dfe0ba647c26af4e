"""Names that their source shouts, put into sentence case without lowering what is an abbreviation."""

import re

_ABBREVIATIONS = frozenset(
    re.findall(
        r"\w+",
        """
    AHU APBD APD ASN BBM BLSM BLT BPHN BPJS BPNT BPU BST BUMD COB COVID CPNS CSIRT DD DPR DTKS DTLST EPS
    FCPF CF FKRTL FKTP GTK HAM HCU HP ICCU ICU JDIH JPO JPS K KAI KB KC KIP KIS KITAP KITAS KJP KK KKN KKS KPJ
    KPR KPS KTP L LPG MBG MI MLA NICU NIDN NIK NISN NPSN NUPTK ODGJ P3MI P4GN PAUD PBI PBJ PBPU PCR PDAM PDGS
    PICU PIPP PKH PLN PMI PNS PPU PSBB PT REDD RI RO RS RST RUU S2 S3 SARA SDM SEP SIM SIMBG SIOLA SIP SIPD
    SIPP SIRUP SIKAP SK SLA SMS SP4N LAPOR SRGI STR THR TK TKA TKI TPP UMKM VA WFH WNA WNI I II III
    """,
    )
)
_PROPER: dict[str, str] = {
    word.upper(): word
    for word in re.findall(
        r"\w+",
        "Indonesia Polri Kemendagri Kemendikbud Kominfo Mensos Jabodetabek Jamsostek BioCF Edabu Corona",
    )
}
# Slips of the source; the code of a category still comes from the name as the source writes it.
_SLIPS = {
    "LAIINYA": "LAINNYA",
    "INDONEISA": "INDONESIA",
    "BANSOSD AERAH": "BANSOS DAERAH",
    "JUMLAHUANG": "JUMLAH UANG",
    "NON TUNAN": "NON TUNAI",
    "PERIZINANAN": "PERIZINAN",
    "PERMOHOAN": "PERMOHONAN",
    "PRAYARAT": "PRASYARAT",
    "PERMASYARAKATAN": "PEMASYARAKATAN",
    "SEVICE": "SERVICE",
    "PHISING/ PENGELABUHAN": "PHISHING/PENGELABUAN",
    "YG": "YANG",
    "TENAGAKERJA": "TENAGA KERJA",
    "DI BAYARKAN": "DIBAYARKAN",
}
_SLIP = re.compile(r"\b(?:" + "|".join(map(re.escape, _SLIPS)) + r")\b")
_WORD = re.compile(r"[A-Z0-9]+")
_SLASH = re.compile(r"\s*/\s*")
_FIRST_LEVEL = re.compile(r"\bFASKES TK\. I\b")


def sentence_case(shouted: str) -> str:
    """`PELAYANAN OBAT BPJS KESEHATAN` as `Pelayanan obat BPJS kesehatan`."""
    text = _FIRST_LEVEL.sub("FASKES TINGKAT I", shouted)
    text = _SLIP.sub(lambda match: _SLIPS[match.group()], text)
    text = _SLASH.sub("/", " ".join(text.split()))
    lowered = _WORD.sub(lambda match: _cased(match.group()), text)
    lowered = lowered.replace("BPJS kesehatan", "BPJS Kesehatan")
    return lowered[:1].upper() + lowered[1:]


def _cased(word: str) -> str:
    if word in _ABBREVIATIONS:
        return word
    return _PROPER.get(word, word.lower())
