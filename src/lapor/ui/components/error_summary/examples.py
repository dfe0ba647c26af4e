from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Paling atas, dengan tautan ke isiannya",
        '<c-error-summary :errors="errors" note="Tulisan Anda tersimpan. Laporan belum terkirim." />',
        {
            "errors": [
                ("#text_input", "Tulis tempat kejadian, atau tandai di peta"),
                ("#text_input", "Nomor HP kurang dua angka"),
            ]
        },
    )
]
