"""Names of people, found only behind a word that leads to one: "nama saya", "anak saya", "Pak", "bernama".

No list of names decides: a name is what is written like one and is none of the words that often stand there.
"""

import re
from collections.abc import Iterator

from lapor.rules.findings import DataKind, Finding
from lapor.rules.search_query import STOP_WORDS

_LONGEST_NAME = 4
_LONGEST_LOWER_CASE_NAME = 2

# What follows these is a name even in lower case.
_NO_PERSON = (
    "jalan|jl|sekolah|perusahaan|toko|instansi|tempat|kelurahan|desa|lokasi|usaha|barang|aplikasi|gedung"
)
_NAMING = (
    r"(?:nama(?: +lengkap)?(?: +(?:anak|istri|suami|ibu|ayah|bapak))? +saya|"
    rf"nama(?: +(?!{_NO_PERSON})\w+){{0,2}}(?= *:)|"
    r"bernama|atas +nama|a\. ?n\.?|a/n|an\.|perkenalkan,? +saya)"
    r"(?: +adalah +| *[:,] *| +|(?<=\.))"
    r"(?:(?:bapak|ibu|bpk\.?|pak|bu|sdri?\.?|saudar[ai]|almarhumah|almarhum|alm\.?) +)?"
)
_KIN = (
    r"(?:anak|istri|isteri|suami|ibu|mama|bapak|ayah|adik|kakak|nenek|kakek|paman|bibi|keponakan|cucu|sepupu|"
    r"mertua|tetangga|teman|almarhum|almarhumah)"
)
_TITLE = (
    r"(?:bapak/ibu|bapak|ibu|bpk\.?|pak|bu|sdri?\.?|saudar[ai]|tn\.?|tuan|ny\.?|nyonya|nn\.?|nona|haji|hj?\.|kh\.?|"
    r"kyai|ust(?:adz|adzah|ad|az)\.?|mas|mbak|mba|bang|om|tante|drg?\.|dokter|suster|bidan|alm(?:arhum(?:ah)?)?\.?|"
    r"petugas|pegawai|oknum|satpam|sopir|guru)"
)
_SIGNED = r"(?:hormat\s+(?:saya|kami)|salam\s+hormat|ttd|tertanda|pelapor)\s*[.,:]?\s+"
# Between the cue and the name: "Pak RT Slamet", "Bapak H. Slamet".
_RANK = r"(?:(?:rt|rw|haji|hj?\.|drs?\.|dra\.|ir\.|kh\.?)\s+){0,2}"

_LOWER_CASE_CUES = re.compile(rf"\b(?P<cue>{_NAMING}){_RANK}", re.IGNORECASE)
_WRITTEN_CUES = re.compile(
    rf"\b(?P<cue>{_KIN} +(?:saya|kami|sy) *,? +|{_TITLE}(?: +| */ *|(?<=\.) *)|{_SIGNED}){_RANK}(?=[^\W\d_])",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\b(?P<cue>[Ss]aya),?\s+(?=(?:[A-Z][a-z']+\s+){0,2}[A-Z][a-z']+"
    r"(?:,|\s+(?:dari|warga|tinggal|selaku|ingin|mau|mohon|melaporkan)\b))"
)

_WORD = re.compile(r"[ \u00a0]*(?P<word>[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*)(?P<stop>[.,;:]?)")
_PARTICLES = frozenset(("bin", "binti", "al", "van", "de"))
# Verbs in lower case that stand where a name could: "nama saya terblokir".
_LOWER_CASE_VERB = re.compile(r"(?:ter|ber|di|me|pe|ke|se)[a-z]{5,}|[a-z]+(?:kan|nya|lah)")

_LISTED = """
    rt rw lurah camat bupati walikota wali gubernur presiden wakil menteri kepala ketua sekretaris
    bendahara dinas kades kadus sekdes pejabat polisi polri tni tentara guru dokter hakim jaksa admin
    petugas pegawai pemerintah pemkot pemkab pemda pemprov satpol pp pln pdam bpjs puskesmas sekolah
    rumah sakit pasar jalan jl kota kabupaten kelurahan kecamatan desa dusun provinsi negara indonesia
    republik yth yang terhormat dan atau ini itu juga warga masyarakat rakyat bapak ibu pak bu mas mbak
    saudara anak istri suami orang tua keluarga tetangga teman perusahaan toko kantor pt cv yayasan kami
    saya kita mereka beliau sendiri hamil meninggal tinggal lahir baru lama besar kecil jumlah program
    bantuan surat kartu kk ktp nik akta sertifikat tanah data alamat nomor telepon email januari
    februari maret april mei juni juli agustus september oktober november desember senin selasa rabu
    kamis jumat sabtu minggu hari tanggal tahun selamat terima kasih assalamualaikum wassalam tolong
    mohon sebagai selaku pelapor terlapor korban pengadu anggota staf dewan dprd dpr jawa sumatera
    kalimantan sulawesi papua bali lapor sp4n islam kristen hindu tidak bukan belum sudah telah masih
    agar supaya jika kalau bila apakah bagaimana mengapa kenapa kapan dimana lalu kemudian sehingga
    karena tetapi namun air listrik lampu sampah banjir macet parkir penerima peserta pemilik penghuni
    pengurus pelayanan wilayah lingkungan daerah lokasi tempat depan belakang dekat arah perumahan gang
    blok komplek kampung masuk keluar datang pulang pergi kerja usaha jualan sekeluarga jajaran seluruh
    semua setiap beserta operator manager direktur rektor dosen mahasiswa siswa murid pelajar pekerja
    buruh petani nelayan pedagang pembeli penumpang supir ojek kurir bidan perawat suster apoteker loket
    kasir penjaga keamanan hansip linmas babinsa bhabinkamtibmas kapolsek kapolres kapolda danramil
    dandim tolak minta bayar pungut pungli hukum pidana perdata satu dua tiga empat lima enam tujuh
    delapan sembilan sepuluh dra drs drg ir hj kua usg pju rsud rs sd smp sma smk tk paud dishub dlh
    dispendukcapil dukcapil disdik dinkes dinsos satgas ukp klinik apotek no nisn aja staff kadis
    pimpinan ditempat matematika kia kandung kakek nenek ayah paman bibi adik kakak cucu bumn lsm
"""
_NO_NAMES = STOP_WORDS | frozenset(_LISTED.split())


def names_in(text: str) -> Iterator[Finding]:
    """All candidates; they may overlap."""
    for cues, allows_lower_case in ((_LOWER_CASE_CUES, True), (_WRITTEN_CUES, False), (_SELF, False)):
        for match in cues.finditer(text):
            cue = " ".join(match["cue"].lower().split()).rstrip(" ,:")
            is_shouted = match["cue"].isupper()
            start, end = _name_after(text, match.end(), allows_lower_case, is_shouted)
            if end > start:
                yield Finding(start, end, DataKind.NAME, cue)


def _name_after(text: str, at: int, allows_lower_case: bool, is_shouted: bool) -> tuple[int, int]:
    """Where the name stands that begins at `at`; an empty span if there is none."""
    start, end, count = -1, at, 0
    while count < _LONGEST_NAME and (match := _WORD.match(text, end)):
        word = match["word"]
        # A name is written in one way: "a.n. Wisnu berlaku" ends at the small letter.
        allows_lower_case = allows_lower_case and (count == 0 or text[start].islower())
        if not _is_name(word, count, allows_lower_case, is_shouted):
            break
        if word.lower() not in _PARTICLES or count == 0:
            start = match.start("word") if start < 0 else start
        count += 1
        end = match.end("word")
        # A full stop goes on after an initial only: "M. Yusuf".
        if match["stop"] and not (match["stop"] == "." and len(word) <= 2):
            break
        end = match.end()
    return (start, end) if start >= 0 else (at, at)


def _is_name(word: str, count: int, allows_lower_case: bool, is_shouted: bool) -> bool:
    lower = word.lower()
    if count > 0 and lower in _PARTICLES:
        return True
    if lower in _NO_NAMES:
        return False
    if word.isupper() and is_shouted:
        # Where everything is in capitals nothing tells where the name ends: take its first word.
        return count == 0 and len(word) > 2
    if word[0].isupper():
        return True
    is_plain = len(word) > 2 and not _LOWER_CASE_VERB.fullmatch(word)
    return allows_lower_case and is_plain and count < _LONGEST_LOWER_CASE_NAME
