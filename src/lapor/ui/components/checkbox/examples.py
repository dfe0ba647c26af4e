from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Satu pernyataan",
        '<c-checkbox name="agree" label="Kabari saya lewat surel" hint="Bisa dihentikan kapan saja" '
        ':checked="True" />',
    )
]
