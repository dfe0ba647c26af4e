"""Which command does what, and how a failure looks."""

import errno
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from lapor.config.command.checks import test
from lapor.config.command.doctor import doctor
from lapor.config.command.pass_through import bench, django
from lapor.config.command.places import Places
from lapor.config.command.terminal import Problem, complain, say
from lapor.config.command.up import up

DJANGO = {
    "migrate": "migrate",
    "load-reference": "load_reference",
    "create-officer": "create_officer",
    "demo": "demo",
    "check": "lapor_check",
    "export": "export",
    "collect-messages": "collect_messages",
    "process-docs": "process_docs",
}
REFUSALS = {
    errno.EACCES: "Tidak ada izin untuk {} (permission denied).",
    errno.EPERM: "Tidak ada izin untuk {} (not permitted).",
    errno.EROFS: "{} berada di disk yang hanya dapat dibaca (read-only).",
    errno.ENOSPC: "Ruang disk habis saat menulis {} (disk full).",
}
ADVICE = """Jalankan sebagai pemilik folder ini (juga var/ dan .venv/ di dalamnya),
atau tunjuk folder lain dengan LAPOR_HOME."""
HELP = """LAPOR! – pengaduan, aspirasi dan permintaan informasi layanan publik

Pakai: ./lapor <perintah> [pilihan]

  up               siapkan dan jalankan semuanya, lalu cetak satu alamat
                   --port 8000  --host 127.0.0.1  --workers N
  test             jalankan semua pemeriksaan
                   --fast (hitungan detik)  --without-browser  [argumen pytest: hanya pytest]
  bench            ukur kecepatan terhadap patokan
  doctor           periksa versi, basis data, disk dan pekerja

  migrate          buat atau perbarui tabel
  load-reference   muat data acuan: wilayah, instansi, kategori, hari libur
  create-officer   buat akun petugas
  demo             buat dunia demo dan cetak akun masuknya
  check            periksa rantai riwayat setiap laporan
  export           ekspor data
  collect-messages kumpulkan kalimat baru untuk diterjemahkan
  process-docs     tulis ulang docs/process dari kode
  manage           perintah Django lain, misalnya: ./lapor manage shell
  help             tampilkan bantuan ini

Tanpa DATABASE_URL, PostgreSQL tertanam dijalankan di var/postgres (embedded PostgreSQL).
Dengan DATABASE_URL=postgres://pengguna:sandi@host:5432/nama, basis data itu yang dipakai (PostgreSQL 15+).
LAPOR_POSTGRES=sistem atau paket memilih PostgreSQL tertanam dari sistem atau dari paket Python.
Variabel lain (surel, alamat umum, proksi, S3): bagian atas src/lapor/config/settings.py."""


def main(words: Sequence[str], root: Path) -> int:
    """The exit code of `./lapor <words>`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal without UTF-8 shows "?" instead of failing
            stream.reconfigure(errors="replace")
    signal.signal(signal.SIGTERM, _interrupt)
    name, *arguments = words or ["help"]
    try:
        return _command(name)(arguments, Places.of(root))
    except Problem as problem:
        complain(problem)
        return problem.code
    except OSError as error:
        if error.errno not in REFUSALS:
            raise
        complain(Problem(REFUSALS[error.errno].format(error.filename or "berkas"), ADVICE))
        return 1
    except KeyboardInterrupt:
        say("\nDihentikan.")
        return 130


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _command(name: str) -> Callable[[Sequence[str], Places], int]:
    if name in DJANGO:
        return lambda arguments, places: django([DJANGO[name], *arguments], places)
    own: dict[str, Callable[[Sequence[str], Places], int]] = {
        "up": up,
        "test": test,
        "bench": bench,
        "doctor": lambda _arguments, places: doctor(places),
        "manage": django,
        "help": _help,
        "--help": _help,
        "-h": _help,
    }
    if name not in own:
        raise Problem(f"Perintah {name!r} tidak dikenal.", "Daftar perintah: ./lapor help", code=2)
    return own[name]


def _help(_arguments: Sequence[str], _places: Places) -> int:
    say(HELP)
    return 0
