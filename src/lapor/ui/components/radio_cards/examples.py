from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Pilihan dengan penjelasan",
        '<c-radio-cards name="privacy" legend="Siapa yang boleh tahu?" :options="options" '
        'explain="privacy_choice" value="ordinary" />',
        {
            "options": [
                ("ordinary", "Biasa"),
                ("anonymous", "Anonim"),
                ("anonymous_secret", "Anonim dan rahasia"),
            ]
        },
    ),
    Example(
        "Belum dipilih",
        '<c-radio-cards name="kind" legend="Apa yang Anda harapkan?" :options="options" '
        'error="Pilih salah satu." />',
        {"options": [("complaint", "Ada masalah yang harus dibereskan"), ("aspiration", "Saya punya usul")]},
    ),
]
