from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Selesai",
        '<c-done-state title="Terkirim"><p>Jawaban pertama paling lambat 27 November.</p></c-done-state>',
    )
]
