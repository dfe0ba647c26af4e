from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Satu benda dalam garis",
        '<c-panel title="Lacak laporan" level="3"><p>Sembilan angka dari tanda terima.</p></c-panel>',
    ),
    Example(
        "Hangat, tanpa garis",
        '<c-panel title="Ringkasan" tone="warm" level="3"><p>Belum ada yang diisi.</p></c-panel>',
    ),
]
