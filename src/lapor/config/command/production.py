"""What a server for real reports still lacks, in sentences that `up` and `doctor` repeat until mended."""

import contextlib
import socket
from collections.abc import Mapping
from pathlib import Path

from lapor.config.command.programs import Address

FIRST_OFFICER = (
    "./lapor create-officer --agency NASIONAL --role national_desk --name 'Nama Anda' --email nama@instansi"
)


def lacks(environ: Mapping[str, str], mail: Path) -> list[str]:
    """Nothing here stops LAPOR, and each of it makes somebody wait for what will never come."""
    found = []
    if not environ.get("LAPOR_SMTP_URL"):
        found.append(
            f"Surel TIDAK terkirim kepada siapa pun: LAPOR_SMTP_URL kosong. Surat hanya ditulis ke {mail}."
        )
    base = environ.get("LAPOR_BASE_URL", "")
    if not base:
        found.append(
            "LAPOR_BASE_URL kosong: tautan dalam surel dan kode QR menunjuk 127.0.0.1, kuki tanpa pengaman."
        )
    elif not base.startswith("https://"):
        found.append(f"LAPOR_BASE_URL={base} tanpa https: sandi dan kuki dapat dibaca di jalan.")
    return found


def network_hosts(address: Address) -> list[str]:
    """The names by which this network reaches us; empty when only this machine does."""
    if address.is_local:
        return []
    if address.host not in ("0.0.0.0", "::"):  # noqa: S104 - compared, not bound
        return [f"[{address.host}]" if ":" in address.host else address.host]
    name = socket.gethostname()
    return list(dict.fromkeys([*_addresses(name), name, socket.getfqdn(name)]))


def _addresses(name: str) -> list[str]:
    """First the one with which this machine goes out: it is asked of the kernel and sends nothing."""
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, contextlib.suppress(OSError):
        probe.connect(("192.0.2.1", 9))
        found.append(probe.getsockname()[0])
    with contextlib.suppress(OSError):
        found += [str(entry[4][0]) for entry in socket.getaddrinfo(name, None, socket.AF_INET)]
    return [host for host in found if not host.startswith("127.")]
