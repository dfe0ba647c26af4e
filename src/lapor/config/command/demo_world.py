"""The demo world of a first start: made once, never on a configured database, never left half made.

`demo-made` beside the data says how far it got: "begun" (an interrupted start: the web server never ran,
so nothing of anybody's is lost by beginning anew), "done", or "failed" (the web server ran without it).
"""

from collections.abc import Mapping

from lapor.config.command import django_commands
from lapor.config.command.cluster import Cluster
from lapor.config.command.places import Places, write_private
from lapor.config.command.processes import StopRequest, run
from lapor.config.command.terminal import say, warn

BEGUN, DONE, FAILED = "begun", "done", "failed"


def state(cluster: Cluster) -> str:
    """How far it got; empty when it was never begun."""
    try:
        return (cluster.folder / "demo-made").read_text().strip()
    except FileNotFoundError:
        return ""


def _note(cluster: Cluster, word: str) -> None:
    write_private(cluster.folder / "demo-made", word + "\n")


def begin_anew_if_interrupted(cluster: Cluster) -> None:
    """Before the database starts: a demo cut short has half its reports and log-ins that nobody was told."""
    if state(cluster) != BEGUN:
        return
    say("Pembuatan dunia demo terputus pada mulai sebelumnya; basis data demo dibuat ulang.")
    cluster.discard()
    _note(cluster, "")
    cluster.create()


def make_once(places: Places, cluster: Cluster, env: Mapping[str, str], stop: StopRequest) -> None:
    """Run `demo` on the first start. LAPOR starts without it too, so a failure only warns."""
    told = places.var / "demo-logins.txt"
    if state(cluster) == DONE:
        say("Dunia demo sudah ada." + (f" Akun masuknya: {told}" if told.exists() else ""))
    if state(cluster) or not django_commands.is_there(places, "demo"):
        return
    say("Mulai pertama tanpa DATABASE_URL: membuat dunia demo dengan data rekaan.")
    say("Akun masuknya dicetak di bawah.")
    _note(cluster, BEGUN)
    code = run(django_commands.command(places, "demo"), env=env, cwd=places.root, stop=stop)
    if stop:
        return
    _note(cluster, FAILED if code else DONE)
    if code:
        warn(f"Dunia demo tidak dapat dibuat (kode {code}); LAPOR tetap dijalankan.")
        warn(f"Untuk mengulang dari kosong: hentikan, hapus {cluster.folder}, lalu ./lapor up")
