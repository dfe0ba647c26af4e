from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Biasa, angka, boleh kosong, salah",
        """
<div class="lp-flow">
  <c-text-input name="place" label="Nama tempat" value="Simpang Rumbio"
    hint="Jalan, kelurahan, atau tempat yang dikenal" />
  <c-text-input name="phone" label="Nomor HP" kind="num" type="tel" optional inputmode="tel" />
  <c-text-input name="code" label="Nomor laporan" kind="num" value="583 720 46"
    error="Kurang satu angka. Nomor laporan terdiri dari sembilan angka." />
</div>""",
    )
]
