"""`./lapor bench [--size 10k,1m] [--ten-million] [--record] [names …]`: measure, print one table."""

import argparse
import logging
import os
import re
import sys

import django

NAMES = ("load", "statements", "pages", "submit", "paint", "memory")
UNITS = {"": 1, "k": 1_000, "m": 1_000_000}


def main(words: list[str]) -> int:
    options = _parse(words)
    # As on a real server, and every measured visitor comes from another address, told by a proxy of ours.
    os.environ |= {"LAPOR_ENV": "production", "LAPOR_TRUST_PROXY": "1"}
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lapor.config.settings")
    django.setup()
    logging.disable(logging.INFO)  # the requests that we make within this process
    from bench.run import run  # only now: it needs Django's models

    sizes = {*options.size, 10_000_000} if options.ten_million else set(options.size)
    run(
        sorted(sizes),
        options.names or NAMES,
        record_as=["./lapor", "bench", *words] if options.record else None,
    )
    return 0


def _parse(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./lapor bench", description="Mengukur kecepatan terhadap patokan.")
    parser.add_argument("--size", type=_sizes, default=[10_000, 1_000_000], help="jumlah laporan: 10k,1m")
    parser.add_argument(
        "--ten-million", action="store_true", help="juga sepuluh juta laporan (sekitar 50 GB)"
    )
    parser.add_argument("--record", action="store_true", help="tambahkan hasilnya ke bench/RESULTS.md")
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], help=f"hanya ini: {' '.join(NAMES)}")
    return parser.parse_args(words)


def _sizes(text: str) -> list[int]:
    found = [re.fullmatch(r"(\d+)([km]?)", part) for part in text.split(",")]
    if not all(found):
        raise argparse.ArgumentTypeError(f"misalnya 10k,1m, bukan {text!r}")
    return [int(part[1]) * UNITS[part[2]] for part in found if part]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
