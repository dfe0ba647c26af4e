from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Angka yang membuka daftarnya",
        """
<c-kpis>
  <c-kpi number="412" href="#kpis">tenggat berakhir hari ini</c-kpi>
  <c-kpi number="71 %" href="#kpis">jawaban pertama tepat waktu</c-kpi>
</c-kpis>""",
    )
]
