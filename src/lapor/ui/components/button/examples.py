from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Satu tombol utama per layar; sisanya biasa, tenang, atau tautan",
        """
<div class="lp-row">
  <c-button kind="primary" icon="send">Kirim laporan</c-button>
  <c-button icon="camera">Tambah foto</c-button>
  <c-button kind="tertiary">Tunda</c-button>
  <c-button kind="link" type="button">Batal</c-button>
  <c-button disabled>Belum bisa</c-button>
</div>""",
    ),
    Example(
        "Kecil, untuk baris dan meja petugas",
        """
<div class="lp-row">
  <c-button kind="primary" size="s">Buka verifikasi</c-button>
  <c-button size="s" data-key="t">Tunda</c-button>
  <c-button kind="link" size="s">Ubah</c-button>
</div>""",
    ),
]
