from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Tanda",
        """
<p class="lp-row lp-row--tight">
  <c-tag>Rahasia</c-tag>
  <c-tag tone="positive" icon="check">Terkirim</c-tag>
  <c-tag tone="warning" icon="hourglass-low">Hampir habis</c-tag>
  <c-tag tone="negative" icon="alert-triangle">Terlambat</c-tag>
  <c-tag tone="guide" icon="map-pin">120 meter</c-tag>
</p>""",
    )
]
