"""Twelve weeks of first answers, in time and late."""

from lapor.ui.example import Example

WEEKS = [
    ("31", 40, 3),
    ("32", 38, 8),
    ("33", 51, 12),
    ("34", 44, 30),
    ("35", 20, 41),
    ("36", 33, 22),
    ("37", 47, 9),
    ("38", 55, 4),
    ("39", 49, 0),
    ("40", 0, 0),
    ("41", 52, 6),
    ("42", 61, 2),
]
LABEL = "Jawaban pertama per minggu: minggu terakhir 61 tepat waktu, 2 terlambat"
EXAMPLES = [
    Example(
        "Dua belas minggu", '<c-week-bars :weeks="weeks" :label="label" />', {"weeks": WEEKS, "label": LABEL}
    ),
    Example(
        "Satu minggu", '<c-week-bars :weeks="weeks" :label="label" />', {"weeks": WEEKS[:1], "label": LABEL}
    ),
]
