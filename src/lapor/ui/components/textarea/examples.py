from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Isian panjang",
        '<c-textarea name="story" label="Apa yang terjadi?" rows="5" '
        'placeholder="Contoh: jalan di depan SD berlubang sejak dua minggu lalu." />',
    ),
    Example(
        "Salah",
        '<c-textarea name="reason" label="Alasan" error="Tulis alasannya, paling sedikit sepuluh huruf." />',
    ),
]
