from lapor.ui.example import Example

EXAMPLES = [Example("Memuat, tampil setelah 300 milidetik", "<c-skeleton />")]
