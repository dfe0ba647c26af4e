from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Bilah tindakan, menempel di bawah",
        """
<c-actions note="Pelapor diberi tahu: “Dinas PUPR menjawab paling lambat Jumat, 27 November.”">
  <c-slot name="primary"><c-button kind="primary" size="s">Verifikasi dan disposisikan</c-button></c-slot>
  <c-button size="s">Tunda</c-button><c-button size="s">Bukan wewenang</c-button>
</c-actions>""",
        is_wide=True,
    )
]
