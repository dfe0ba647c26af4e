from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Kosong: artinya, dan satu jalan lanjut",
        '<c-empty-state title="Tidak ada yang menunggu Anda"><p>Yang berikutnya berakhir Senin.</p>'
        '<c-link-button href="#isi" size="s">Lihat yang menunggu unit</c-link-button></c-empty-state>',
    )
]
