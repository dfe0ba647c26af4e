from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Tautan yang tampak seperti tombol",
        """
<div class="lp-row">
  <c-link-button href="#isi" kind="primary">Lihat laporan saya</c-link-button>
  <c-link-button href="#isi" icon="download">Unduh tanda terima</c-link-button>
</div>""",
    )
]
