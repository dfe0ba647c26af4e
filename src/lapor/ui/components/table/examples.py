from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Tabel; angka rata kanan",
        """
<c-table caption="Jawaban pertama tepat waktu, 30 hari. Garis biru: target 85 %.">
  <thead>
    <tr><th scope="col">Unit</th><th scope="col">Tepat waktu</th><th scope="col" class="num">%</th></tr>
  </thead>
  <tbody>
    <tr><th scope="row">Pekerjaan umum</th><td><c-bar :value="84" :target="85" /></td>
      <td class="num">84</td></tr>
    <tr><th scope="row">Kependudukan</th><td><c-bar :value="66" :target="85" /></td>
      <td class="num">66</td></tr>
  </tbody>
</c-table>""",
    )
]
