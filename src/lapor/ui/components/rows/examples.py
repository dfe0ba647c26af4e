from lapor.ui.components.line.examples import CLOSED, LATE
from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Daftar dengan garis rambut",
        """
<c-rows label="Laporan di sekitar Kota Solok">
  <c-row title="Air keruh tiga hari di Tanah Garam" href="#rows"><c-mini-line :line="late" /></c-row>
  <c-row title="Lampu jalan padam di Simpang Rumbio" href="#rows"><c-mini-line :line="closed" /></c-row>
</c-rows>""",
        {"late": LATE, "closed": CLOSED},
    )
]
