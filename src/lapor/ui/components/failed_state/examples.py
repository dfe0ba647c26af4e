from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Gagal: apa yang terjadi, apa yang tersimpan, coba lagi",
        '<c-failed-state title="Belum terkirim" retry="#isi"><p>Sambungan terputus. '
        "Tulisan dan foto tersimpan di perangkat ini.</p></c-failed-state>",
    )
]
