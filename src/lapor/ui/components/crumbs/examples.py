from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Letak halaman, dari atas ke bawah",
        '<c-crumbs :links="links" />',
        {"links": [("#crumbs", "Unit dan tim"), ("#crumbs", "Pemerintah Kota Solok")]},
    )
]
