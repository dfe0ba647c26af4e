from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Angka, apa adanya",
        """
<div class="lp-cols lp-cols--2">
  <c-figure number="11.482">laporan masuk dari situs, loket, surat, dan telepon</c-figure>
  <c-figure number="71 dari 100">mendapat jawaban pertama sebelum tenggat</c-figure>
</div>""",
    )
]
