from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Alasan, di mana keputusan berdiri",
        '<c-why bold="Karena">Jalan Pandan Ujung tercatat sebagai jalan kota.</c-why>',
    )
]
