from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Ukuran s, biasa, l, xl; bermakna bila punya label",
        """
<div class="lp-row">
  <c-icon name="map-pin" size="s" /><c-icon name="map-pin" /><c-icon name="map-pin" size="l" />
  <c-icon name="lock" size="xl" label="Rahasia" />
</div>""",
    )
]
