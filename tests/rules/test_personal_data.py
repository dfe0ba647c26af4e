"""Personal data is found, replaced and masked; every example is made up."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapor.rules.personal_data import PLACEHOLDERS, DataKind, find, redact

K = DataKind


def found(text: str) -> list[tuple[str, DataKind]]:
    return [(text[one.start : one.end], one.kind) for one in find(text)]


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("NIK saya 1372014107850003 terima kasih", "1372014107850003", K.NIK),
        ("1372 0141 0785 0003", "1372 0141 0785 0003", K.NIK),
        ("no ktp: 9972011307850003", "9972011307850003", K.NIK),
        ("KK 1372010101120004", "1372010101120004", K.FAMILY_CARD),
        ("nomor kartu keluarga: 1372010101120004", "1372010101120004", K.FAMILY_CARD),
        ("NPWP 09.254.294.3-407.000", "09.254.294.3-407.000", K.NPWP),
        ("npwp saya 092542943407000", "092542943407000", K.NPWP),
        ("paspor nomor B 1234567", "B 1234567", K.PASSPORT),
        ("tulis ke budi.s@contoh.co.id ya", "budi.s@contoh.co.id", K.EMAIL),
        ("hubungi 081234567890", "081234567890", K.TELEPHONE),
        ("wa 0812-3456-7890.", "0812-3456-7890", K.TELEPHONE),
        ("+62 812.3456.7890", "+62 812.3456.7890", K.TELEPHONE),
        ("HP62 81234567890", "62 81234567890", K.TELEPHONE),
        ("telepon (0755) 20123", "(0755) 20123", K.TELEPHONE),
        ("no telp 7531234", "7531234", K.TELEPHONE),
        ("no rek BCA 1234567890", "1234567890", K.ACCOUNT),
        ("transfer ke BRI 0123-01-012345-50-1", "0123-01-012345-50-1", K.ACCOUNT),
        ("kartu 4111 1111 1111 1111", "4111 1111 1111 1111", K.ACCOUNT),
        ("ID pelanggan 520012345678", "520012345678", K.CUSTOMER),
        ("BPJS 0001234567890", "0001234567890", K.CUSTOMER),
        ("mobil BA 1234 XY lewat", "BA 1234 XY", K.PLATE),
        ("motor B1234XYZ", "B1234XYZ", K.PLATE),
        ("nopol ba 1234 xy", "ba 1234 xy", K.PLATE),
        ("rumah kami nomor 14 cat hijau", "nomor 14", K.ADDRESS),
        ("di Jl. Pandan Ujung No. 14B", "No. 14B", K.ADDRESS),
        ("jalan Pandan 13/95", "13/95", K.ADDRESS),
        ("warga RT 03/RW 05", "RT 03/RW 05", K.ADDRESS),
        ("rt.3 rw.2", "rt.3 rw.2", K.ADDRESS),
        ("RT/RW 03/05", "RT/RW 03/05", K.ADDRESS),
        ("perumahan Asri blok A-5/56", "blok A-5/56", K.ADDRESS),
        ("lihat @budi_santoso", "@budi_santoso", K.HANDLE),
        ("https://facebook.com/budi.s?x=1", "https://facebook.com/budi.s?x=1", K.LINK),
        ("wa.me/6281234567890", "wa.me/6281234567890", K.LINK),
    ],
)
def test_numbers_and_addresses(text: str, value: str, kind: DataKind) -> None:
    assert found(text) == [(value, kind)]


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("anak saya Rafi jatuh", "Rafi", "anak saya"),
        ("Nama saya Budi Santoso, warga", "Budi Santoso", "nama saya"),
        ("nama saya budi santoso dari solok", "budi santoso", "nama saya"),
        ("seorang petugas bernama joko", "joko", "bernama"),
        ("a.n. M. Yusuf bin Ahmad", "M. Yusuf bin Ahmad", "a.n."),
        ("atas nama bapak kasan", "kasan", "atas nama bapak"),
        ("Nama: Siti Aminah\nAlamat: Solok", "Siti Aminah", "nama"),
        ("Pak Budi meminta uang", "Budi", "pak"),
        ("PAK BUDI TOLONG", "BUDI", "pak"),
        ("Pak RT Slamet", "Slamet", "pak"),
        ("dr. Irma", "Irma", "dr."),
        ("Sdri.Ani", "Ani", "sdri."),
        ("Saya Budi Santoso, warga Solok", "Budi Santoso", "saya"),
        ("Hormat saya,\nBudi Santoso", "Budi Santoso", "hormat saya"),
        ("Bu Ma'rifah", "Ma'rifah", "bu"),
        ("Ibu Nurul-Huda", "Nurul-Huda", "ibu"),
    ],
)
def test_names(text: str, name: str, reason: str) -> None:
    findings = find(text)
    assert [(text[one.start : one.end], one.kind, one.reason) for one in findings] == [(name, K.NAME, reason)]


@pytest.mark.parametrize(
    "text",
    [
        "Bapak Lurah Tanah Garam dan Ibu Camat",
        "Bapak/Ibu yang terhormat",
        "ibu saya sakit, anak saya sekolah",
        "nama saya tidak ada, terblokir",
        "nama jalan: Pandan Ujung",
        "tolong pak segera",
        "Perda Nomor 14 Tahun 2018, jalan keluar nomor 2 tahun ini",
        "harga Rp 1.500.000 lewat BRI Rp 10.000.000",
        "tanggal 12-11-2026 pukul 10.30, BPJS tanggal 03.10.2026",
        "JALAN B 12 DI DEPAN PASAR",
        "laporan 583720464, hubungi 112 atau 1708",
        "tulis ke www.solok.go.id atau https://lapor.go.id/x",
        "@lapor1708",
        "Sudah dua minggu, 41 rumah, 2026",
        "9999999999999999",
        "budiman dan BUDIMAN",
        "",
    ],
)
def test_what_is_nobodys(text: str) -> None:
    assert find(text) == ()


def test_redact_says_what_stood_there() -> None:
    text = (
        "Hari Senin anak saya Rafi jatuh. Hubungi saya 0812 3456 7890, rumah kami nomor 14 cat hijau. "
        "Plat B 1234 XYZ, rek BCA 1234567890 a.n. Siti."
    )
    assert redact(text, find(text)) == (
        "Hari Senin anak saya [nama] jatuh. Hubungi saya [telepon], rumah kami [alamat] cat hijau. "
        "Plat [nomor kendaraan], rek BCA [nomor rekening] a.n. [nama]."
    )


def test_an_officer_may_leave_a_finding_in() -> None:
    text = "Pak Budi, 081234567890"
    name, telephone = find(text)
    assert redact(text, [telephone]) == "Pak Budi, [telepon]"
    assert redact(text, [name]) == "Pak [nama], 081234567890"


def test_every_kind_has_a_placeholder_in_which_nothing_is_found() -> None:
    assert set(PLACEHOLDERS) == set(DataKind)
    for word in PLACEHOLDERS.values():
        assert find(f"x {word} y") == ()


PIECES = (
    "nama saya|bernama|a.n.|Pak|BU|anak saya|Saya|Budi|SITI|santoso|bin|M.|NIK|KK|rek BCA|no hp|wa|plat|RT",
    "RW|No.|Jl.|rumah|blok|1372014107850003|08123456789|0755|14|3/5|B 1234 XY|B|XY|@|budi|gmail.com|@budi",
    "www.x.id/a|npwp|paspor|[|]|[nama]|,|.|:|/|-|\n|Rp|2026|1|tahun|,|dari|warga|pelanggan",
)
pieces = st.sampled_from("|".join(PIECES).split("|"))
texts = st.text(max_size=80) | st.lists(
    st.tuples(pieces, st.sampled_from(["", " ", " ", " "])).map("".join), max_size=14
).map("".join)


@settings(max_examples=400)
@given(texts)
def test_nothing_is_found_in_what_was_redacted(text: str) -> None:
    findings = find(text)
    assert find(redact(text, findings)) == ()
    assert all(one.start < one.end for one in findings)
    assert all(a.end <= b.start for a, b in pairwise(findings))


@given(texts)
def test_what_lies_between_findings_stays_untouched(text: str) -> None:
    findings = find(text)
    expected, at = "", 0
    for one in findings:
        expected += text[at : one.start] + PLACEHOLDERS[one.kind]
        at = one.end
    assert redact(text, findings) == expected + text[at:]


@pytest.mark.parametrize(
    "piece",
    ["1 ", "nama ", "www.", "0812 ", "Pak ", "a@", "jl ", "[", " ", "A", "1372014107850003", "blok A 1 "],
)
def test_hostile_text_costs_by_its_length_and_no_more(piece: str) -> None:
    """Eight times the text is eight times the work; where every place looks at every other it is 64 times."""
    assert _work((piece * 40_000)[:40_000]) < 24 * _work((piece * 5_000)[:5_000])


def _work(text: str) -> float:
    """In time of the processor, so that it doesn't matter what else the machine does."""

    def once() -> float:
        begun = time.process_time()
        find(text)
        return time.process_time() - begun

    return min(once() for _ in range(3))
