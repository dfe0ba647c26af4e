from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Pesan",
        """
<div class="lp-flow lp-flow--tight">
  <c-notice>Kantor tutup 24 dan 25 Desember. Hari itu tidak dihitung.</c-notice>
  <c-notice tone="positive">Balasan terkirim ke Dinas PUPR Kota Solok.</c-notice>
  <c-notice tone="warning" icon="eye-off" title="Tiga data pribadi ditemukan.">Samarkan dulu.</c-notice>
  <c-notice tone="negative">Nomor dan kode tidak cocok. Periksa tiga angka terakhir.</c-notice>
</div>""",
    )
]
