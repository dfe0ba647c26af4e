from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Daftar yang dikelola, dapat dipilih",
        """
<c-entries label="Unit di bawahnya">
  <c-entry title="Dinas PUPR Kota Solok" href="#entries" pick="codes" value="1372-1.03"
    detail="2 petugas, 3 laporan terbuka">
    <c-tag tone="warning">Belum dikonfirmasi</c-tag></c-entry>
  <c-entry title="Dinas Kesehatan Kota Solok" href="#entries" mark="check" mark_label="Dikonfirmasi" />
  <c-entry title="Dinas Pasar Kota Solok" href="#entries" detail="Tidak aktif" :muted="True" />
</c-entries>""",
    )
]
