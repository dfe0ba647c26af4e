"""The seven looks, with the story of report 583 720 461."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from lapor.rules.status_line import Look, Next, StatusLine
from lapor.ui.example import Example

WIB = ZoneInfo("Asia/Jakarta")


def _at(month: int, day: int, hour: int = 16, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=WIB)


ONTIME = StatusLine(
    look=Look.ONTIME,
    tenths=6,
    who="Dinas PUPR Kota Solok",
    who_detail="Bidang Bina Marga",
    is_you=False,
    since=_at(11, 20, 10, 15),
    until=_at(11, 27),
    until_what="first_follow_up",
    left_days=2,
    left_unit="working_day",
    next=Next.FIRST_ANSWER,
    next_by=None,
    reason_kind="date",
    reason="Jawaban pertama diberi waktu 5 hari kerja sejak laporan diteruskan.",
    remind_on=None,
    today=date(2026, 11, 25),
)
NEAR = replace(
    ONTIME,
    look=Look.NEAR,
    tenths=9,
    left_days=1,
    today=date(2026, 11, 26),
    reason_kind="not_yet",
    reason="Dinas menulis: “Menunggu hasil ukur lapangan, Kamis siang.”",
)
LATE = replace(
    ONTIME,
    look=Look.LATE,
    tenths=10,
    left_days=-2,
    today=date(2026, 12, 1),
    reason_kind="late",
    reason="Dinas belum menulis alasan. Keterlambatan ini tercatat pada angka kinerja instansi.",
)
YOU = replace(
    ONTIME,
    look=Look.YOU,
    tenths=3,
    who="Anda",
    who_detail="Tenggat instansi dijeda",
    is_you=True,
    since=_at(11, 23, 8, 30),
    until=datetime(2026, 12, 24, 0, 0, tzinfo=WIB),
    until_what="completion",
    left_days=21,
    left_unit="calendar_day",
    next=Next.YOU_COMPLETE,
    today=date(2026, 12, 2),
    remind_on=date(2026, 12, 16),
    reason_kind="asked",
    reason="Ada dua ruas bernama Pandan Ujung. Tulis nama gang atau kirim satu foto.",
)
SETTLED = replace(
    ONTIME,
    look=Look.SETTLED,
    tenths=2,
    who="Anda",
    who_detail="Giliran Anda memeriksa hasilnya",
    is_you=True,
    since=_at(12, 8, 14, 5),
    until=_at(12, 22),
    until_what="confirmation",
    left_days=8,
    next=Next.YOU_CONFIRM,
    today=date(2026, 12, 10),
    remind_on=date(2026, 12, 17),
    reason_kind="settled",
    reason="Dinas PUPR melampirkan tiga foto dan berita acara. Anda yang memutuskan apakah itu benar.",
)
CLOSED = replace(
    ONTIME,
    look=Look.CLOSED,
    tenths=10,
    who_detail="terakhir memegang",
    until=_at(12, 14, 9, 30),
    until_what="",
    left_days=None,
    next=Next.CONTEST,
    next_by=date(2027, 1, 13),
    today=date(2026, 12, 14),
    reason_kind="closed",
    reason="Anda menjawab “sudah selesai” pada 14 Desember.",
)
ARCHIVED = replace(
    ONTIME,
    look=Look.ARCHIVED,
    tenths=10,
    who="Tidak ditangani di sini",
    who_detail="oleh Meja Nasional LAPOR!",
    since=_at(11, 16, 9, 0),
    until=_at(11, 18, 11, 20),
    until_what="",
    left_days=None,
    next=Next.ARCHIVED_OBJECT,
    next_by=date(2026, 12, 18),
    today=date(2026, 11, 18),
    reason_kind="archived",
    reason="Perkara ini sedang disidangkan. Hanya pengadilan yang berwenang memutusnya.",
)
LINES = (ONTIME, NEAR, LATE, YOU, SETTLED, CLOSED, ARCHIVED)

EXAMPLES = [
    Example(
        f"{line.look}: berbaring bila lebar, berdiri bila sempit",
        '<c-line :line="line" />',
        {"line": line},
        is_wide=True,
    )
    for line in LINES
] + [Example("Berdiri, di kolom sempit", '<c-line :line="line" />', {"line": LATE})]
