from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Langkah dengan batas waktunya",
        """
<c-steps>
  <c-step title="Kami teruskan">Petugas memilih instansi. <b>Paling lambat 3 hari kerja.</b></c-step>
  <c-step title="Instansi menjawab">Jawaban pertama <b>paling lambat 5 hari kerja</b>.</c-step>
  <c-step title="Anda yang menilai"><b>Anda punya 10 hari kerja</b> untuk berkata belum selesai.</c-step>
</c-steps>""",
        is_wide=True,
    )
]
