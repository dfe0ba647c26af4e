from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Foto dan berkas; tanpa gambar kecil tampil ikonnya",
        """
<c-photos label="Lampiran">
  <c-photo src="/aset/ui/favicon.svg" alt="Lubang di depan SD" caption="Sebelum, 25 Nov" href="#photos" />
  <c-photo icon="video" caption="Rekaman, 14 detik" />
  <c-photo icon="file-text" caption="Berita acara, PDF, 240 kB" />
</c-photos>""",
    )
]
