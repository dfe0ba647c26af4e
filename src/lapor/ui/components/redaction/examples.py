from lapor.ui.example import Example

_TEXT = "Anak saya jatuh. Hubungi 0812 3456 7890, rumah kami nomor 14."
EXAMPLES = [
    Example(
        "Naskah asli, data pribadi ditandai",
        '<c-redaction :text="text" :marks="marks" />',
        {
            "text": _TEXT,
            "marks": [
                {"start": 25, "end": 39, "kind": "telephone"},
                {"start": 52, "end": 60, "kind": "address"},
            ],
        },
    )
]
