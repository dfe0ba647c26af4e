from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Buka bila perlu",
        """
<div>
  <c-more title="Sudah ditutup, masalah kembali" :open="True">Menyanggah sekali, dalam 30 hari.</c-more>
  <c-more title="Cabut laporan">Laporan tetap bisa Anda baca.</c-more>
</div>""",
    )
]
