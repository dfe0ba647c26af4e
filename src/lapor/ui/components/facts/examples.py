from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Keterangan berpasangan",
        """
<c-facts>
  <c-fact name="Tempat">Kelurahan Tanjung Paku, Kota Solok</c-fact>
  <c-fact name="Diterima">Rabu, 18 November, 19.42 WIB</c-fact>
</c-facts>""",
    ),
    Example(
        "Bertumpuk, untuk kolom sempit",
        '<c-facts stack><c-fact name="Jenis">Pengaduan</c-fact><c-fact name="Foto">2</c-fact></c-facts>',
    ),
]
