"""`./lapor up`: environment, database, preparation, programs, one address; and back again."""

import argparse
import contextlib
import errno
import http.client
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from lapor.config.command import demo_world, django_commands, environment, programs
from lapor.config.command.cluster import Cluster, bind_error
from lapor.config.command.database import configured, embedded, owned
from lapor.config.command.places import Places, try_lock
from lapor.config.command.probe import ask, await_configured
from lapor.config.command.processes import StopRequest, run
from lapor.config.command.production import FIRST_OFFICER, lacks, network_hosts
from lapor.config.command.supervise import Supervisor
from lapor.config.command.terminal import BOLD, GREEN, Problem, coloured, say, warn

PREPARATION = (
    ("migrate", ("--no-input", "-v", "0"), "Menyiapkan tabel"),
    ("load_reference", (), "Memuat data acuan (wilayah, instansi, kategori, hari libur)"),
    ("assemble", (), "Menyusun terjemahan dan aset"),
)
WEB_LIMIT = 90.0
PATIENCE = 3  # failed starts of the web server before we give up on the first start


class Stopped(Exception):
    """A stop was requested while things were still being prepared."""


def parse(arguments: Sequence[str], cpus: int | None = None) -> argparse.Namespace:
    """Options of `up`: host, port, workers."""
    many = min(8, max(2, cpus or os.cpu_count() or 2))
    parser = argparse.ArgumentParser(prog="./lapor up", description="Menyiapkan dan menjalankan LAPOR.")
    parser.add_argument("--host", default="127.0.0.1", help="alamat untuk didengarkan (bawaan: 127.0.0.1)")
    parser.add_argument("--port", type=_port, default=8000, help="porta web (bawaan: 8000)")
    parser.add_argument(
        "--workers", type=_positive, default=many, help=f"proses web (bawaan di sini: {many})"
    )
    return parser.parse_args(arguments)


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"porta harus 1 sampai 65535, bukan {text!r}")
    return int(text)


def _positive(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 64:
        raise argparse.ArgumentTypeError(f"harus 1 sampai 64, bukan {text!r}")
    return int(text)


def up(arguments: Sequence[str], places: Places) -> int:
    """Run until asked to stop. Raises Problem when it can't start; never leaves a child behind."""
    options = parse(arguments)
    address = programs.Address(options.host, options.port)
    places.make()
    lock = try_lock(programs.up_lock(places))
    if lock is None:
        raise _already_running(places)
    await_port(places, address)
    places.empty_arriving()
    environment.ensure(places)
    supervisor = Supervisor(StopRequest())
    supervisor.on_change = lambda: programs.tell_state(places, address, supervisor)
    with contextlib.suppress(Stopped), _database(places, supervisor) as (url, cluster):
        _serve(places, supervisor, address, url, cluster, options.workers)
    say("Semua berhenti dengan bersih.")
    os.close(lock)
    return 0


def _already_running(places: Places) -> Problem:
    state = programs.told_state(places)
    pid = state.get("pid", "?")
    return Problem(
        f"LAPOR sudah berjalan di {state.get('url', '?')} (proses {pid}).",
        f"Hentikan dengan Ctrl-C di terminalnya, atau: kill {pid}",
    )


def await_port(places: Places, address: programs.Address, limit: float = 25.0) -> None:
    """Return when we may listen there. Children of a killed `up` get the time to finish their requests."""
    end = time.monotonic() + limit
    if left := programs.living_children(places):
        say(f"Menunggu proses lama selesai: {', '.join(left)} …")
    while programs.living_children(places) and time.monotonic() < end:
        time.sleep(0.2)
    error = bind_error(address.port, address.host)
    if error is None:
        return
    if error.errno == errno.EADDRINUSE:
        other = address.port + 1 if address.port < 65535 else 8000
        raise Problem(
            f"Porta {address.port} sudah dipakai program lain (port is taken).",
            f"Pilih porta lain: ./lapor up --port {other}",
        )
    if error.errno == errno.EACCES:
        raise Problem(
            f"Porta {address.port} hanya boleh dibuka root.", "Pilih porta di atas 1023: --port 8000"
        )
    raise Problem(f"Tidak dapat mendengarkan di {address.host}:{address.port}: {error.strerror or error}.")


@contextlib.contextmanager
def _database(places: Places, supervisor: Supervisor) -> Iterator[tuple[str, Cluster | None]]:
    """The database's URL, and the cluster when it is ours; on the way out every program stops."""
    with contextlib.ExitStack() as stack:
        if url := configured():
            await_configured(places, url)
            supervisor.stop.install()  # from here on a stop request is noted; until here Ctrl-C just ended us
            stack.callback(supervisor.stop_all)
            yield url, None
            return
        cluster = embedded(places)
        stack.enter_context(owned(cluster))
        demo_world.begin_anew_if_interrupted(places, cluster)
        supervisor.stop.install()
        stack.callback(supervisor.stop_all)
        cluster.make_ready()
        say(f"Basis data: {cluster.binaries}")
        cluster.await_ready(supervisor.start(programs.database(cluster)), supervisor.stop)
        if supervisor.stop:
            raise Stopped
        yield cluster.url, cluster


def _serve(
    places: Places,
    supervisor: Supervisor,
    address: programs.Address,
    url: str,
    cluster: Cluster | None,
    workers: int,
) -> None:
    mode = django_commands.mode(os.environ, cluster is not None)
    base_url = os.environ.get("LAPOR_BASE_URL") or address.url
    hosts = [os.environ.get("LAPOR_HOSTS", ""), *network_hosts(address)]
    env = django_commands.variables(
        places, url, mode, LAPOR_BASE_URL=base_url, LAPOR_HOSTS=",".join(filter(None, hosts))
    )
    _prepare(places, env, supervisor.stop)
    if mode == django_commands.DEMO and cluster is not None:
        demo_world.make_once(places, cluster, env, supervisor.stop)
        if supervisor.stop:
            raise Stopped
    web = programs.web(places, env, address, workers)
    supervisor.start(programs.worker(places, env))
    supervisor.start(web)
    _await_web(supervisor, address, web.log)
    _announce(address, base_url, mode, places)
    if mode == django_commands.PRODUCTION:
        _warn_of_what_lacks(places, url)
    supervisor.watch()


def _prepare(places: Places, env: Mapping[str, str], stop: StopRequest) -> None:
    for name, arguments, label in PREPARATION:
        say(f"{label} …")
        _run_step(places, [name, *arguments], env, stop)


def _run_step(places: Places, words: Sequence[str], env: Mapping[str, str], stop: StopRequest) -> None:
    code = run(django_commands.command(places, *words), env=env, cwd=places.root, stop=stop)
    if stop:
        raise Stopped
    if code != 0:
        raise Problem(f"Langkah {words[0]} gagal (kode {code}).", "Pesan di atas menyebut sebabnya.")


def _await_web(supervisor: Supervisor, address: programs.Address, log: Path) -> None:
    """Return at the first answer; raises Problem when the web server can't come up at all."""
    end = time.monotonic() + WEB_LIMIT
    web = supervisor.children["web"]
    supervisor.watch(until=lambda: answers(address) or web.failures >= PATIENCE or time.monotonic() > end)
    if supervisor.stop:
        raise Stopped
    if not answers(address):
        last = log.read_text(errors="replace").strip().splitlines()[-6:]
        raise Problem("Server web tidak mau mulai.", "\n".join([*last, f"Catatan lengkap: {log}"]))


def answers(address: programs.Address) -> bool:
    """Whether the web server gives any HTTP answer at all."""
    parts = urlsplit(address.url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status > 0
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _announce(address: programs.Address, base_url: str, mode: str, places: Places) -> None:
    if mode == django_commands.DEMO and not address.is_local:
        warn("Perhatian: ini dunia demo dengan laporan rekaan, dan terbuka bagi jaringan ini.")
    say()
    say(coloured(f"LAPOR berjalan di {base_url}", GREEN))
    if hosts := network_hosts(address):
        say(f"Dari jaringan ini: http://{hosts[0]}:{address.port}")
    say(coloured("Ctrl-C menghentikan semuanya.", BOLD) + f" Catatan: {places.logs}")


def _warn_of_what_lacks(places: Places, url: str) -> None:
    for sentence in lacks(os.environ, places.var / "mail"):
        warn(f"PERHATIAN: {sentence}")
    if ask(places, url).get("has_officers") is False:
        warn(f"Belum ada petugas. Buat yang pertama, di terminal lain:\n  {FIRST_OFFICER}")
