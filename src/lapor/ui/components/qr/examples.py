from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Kode QR, gambar dari pemanggil",
        '<c-qr caption="Pindai untuk membuka laporan ini. Kode tetap diminta.">'
        '<svg viewBox="0 0 9 9" role="img" aria-label="Contoh kode QR"><path d="M1 1h3v3h-3zM5 5h3v3h-3z"/>'
        "</svg></c-qr>",
    )
]
