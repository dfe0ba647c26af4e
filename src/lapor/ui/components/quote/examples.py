from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Tulisan pelapor, dengan alineanya",
        '<c-quote :text="text" />',
        {"text": "Jalan berlubang besar.\n\nKalau hujan lubangnya tidak kelihatan."},
    )
]
