from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Cari di dalam satu daftar",
        '<c-search-bar label="Nama instansi atau unit" value="Dinas PUPR" action="#search_bar" />',
    )
]
