from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Pintu",
        """
<c-doors>
  <c-door icon="walk" title="Datang langsung">Petugas mengetik, lalu mencetak tanda terima.</c-door>
  <c-door icon="mail" title="Surat">Ditujukan kepada meja pengaduan instansi.</c-door>
  <c-door icon="phone" title="Telepon">Petugas mencatat dan memberi nomor laporan.</c-door>
</c-doors>""",
        is_wide=True,
    )
]
