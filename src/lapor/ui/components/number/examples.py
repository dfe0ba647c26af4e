from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Nomor dan kode pada tanda terima",
        """
<dl class="lp-row lp-receipt">
  <c-number label="Nomor laporan">{{ "583720461"|tracking }}</c-number>
  <c-number label="Kode, jangan dibagikan">RK7 M2T</c-number>
</dl>""",
    )
]
