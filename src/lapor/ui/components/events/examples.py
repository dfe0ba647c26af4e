from lapor.ui.example import Example

EXAMPLES = [
    Example(
        "Riwayat, yang terbaru di atas",
        """
<c-events>
  <c-event title="Dinyatakan selesai, giliran Anda" when="Selasa, 8 Desember, 14.05" by="Dinas PUPR" now />
  <c-event title="Penambalan dijadwalkan 7 Desember" when="Rabu, 25 November, 10.20" by="Dinas PUPR">
    “Tim sudah mengukur lubang pagi ini. Penambalan menunggu aspal yang datang 4 Desember.”
  </c-event>
  <c-event title="Catatan" when="Selasa, 24 November, 09.00" by="Ratna" internal>Hubungi Kamis.</c-event>
  <c-event title="Diteruskan ke Dinas PUPR Kota Solok" when="Jumat, 20 November, 10.15" by="Meja Kota Solok"
    reason="Jalan Pandan Ujung jalan kota, dan pemeliharaan jalan kota tugas Dinas PUPR." />
  <c-event title="Laporan diterima" when="Rabu, 18 November, 19.42" by="lewat situs" />
</c-events>""",
    ),
    Example(
        "Yang akan datang",
        """
<c-events plan>
  <c-event title="Petugas membaca dan meneruskan" when="Paling lambat Senin, 23 November" now />
  <c-event title="Instansi memberi jawaban pertama" when="Paling lambat Senin, 30 November" />
  <c-event title="Anda memeriksa hasilnya" when="10 hari kerja setelah bukti diberikan" />
</c-events>""",
    ),
]
