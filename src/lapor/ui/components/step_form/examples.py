from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Satu hal per langkah di telepon, satu halaman di layar lebar",
        """
<c-step-form title="Tulis laporan" lead="Isi yang Anda tahu saja." steps="2" level="3"
  draft="galeri">
  <p class="lp-hint" data-draft-note="Tersimpan di perangkat ini, {time}"></p>
  <c-form-step title="Apa yang terjadi?" number="1">
    <c-textarea name="story" label="Isi laporan" />
  </c-form-step>
  <c-form-step title="Siapa yang boleh tahu?" number="2" last>
    <c-button kind="primary" wide>Kirim laporan</c-button>
  </c-form-step>
</c-step-form>""",
    )
]
