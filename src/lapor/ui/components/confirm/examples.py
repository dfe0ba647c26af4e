from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Memastikan sebelum yang tidak dapat ditarik",
        '<c-confirm title="Cabut laporan ini?" yes="Cabut laporan" back="#confirm">'
        "<p>Laporan berhenti ditangani dan tetap bisa Anda baca.</p></c-confirm>",
    )
]
