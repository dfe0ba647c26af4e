from lapor.ui.example import Example
from lapor.ui.privacy_choices import privacy_options

EXAMPLES = [
    Example(
        "Pilihan dengan penjelasan",
        '<c-radio-cards name="privacy" legend="Siapa yang boleh tahu?" '
        ':options="options" value="ordinary" />',
        {"options": privacy_options()},
    ),
    Example(
        "Belum dipilih",
        '<c-radio-cards name="kind" legend="Apa yang Anda harapkan?" :options="options" '
        'error="Pilih salah satu." />',
        {"options": [("complaint", "Ada masalah yang harus dibereskan"), ("aspiration", "Saya punya usul")]},
    ),
]
