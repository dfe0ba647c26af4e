from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Garis delapan minggu",
        '<c-spark :values="weeks" label="Delapan minggu, naik dari 9 menjadi 214" />',
        {"weeks": [9, 12, 8, 20, 31, 58, 121, 214]},
    )
]
