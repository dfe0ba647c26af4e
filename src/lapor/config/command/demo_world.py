"""The demo world of a first start: made once, never on a configured database, never left half made.

`demo-made` beside the data says how far it got: "begun" (an interrupted start), "done", "failed" (the web
server ran without it) or "others" (somebody's reports or accounts are here, so there will be no demo).
Data are only ever thrown away after the database itself said that nothing in it is anybody's.
"""

from collections.abc import Mapping

from lapor.config.command import django_commands
from lapor.config.command.cluster import Cluster
from lapor.config.command.database import running
from lapor.config.command.places import Places, write_private
from lapor.config.command.processes import StopRequest, run
from lapor.config.command.terminal import say, warn

BEGUN, DONE, FAILED, OTHERS = "begun", "done", "failed", "others"
# The exit codes of `demo --look`, as in config/demo/belongings.py; any other means that we don't know.
NOTHING_HERE, THE_PLAY_HERE, OTHERS_HERE = 0, 3, 4


def state(cluster: Cluster) -> str:
    """How far it got; empty when it was never begun."""
    try:
        return (cluster.folder / "demo-made").read_text().strip()
    except FileNotFoundError:
        return ""


def _note(cluster: Cluster, word: str) -> None:
    write_private(cluster.folder / "demo-made", word + "\n")


def begin_anew_if_interrupted(places: Places, cluster: Cluster) -> None:
    """Before LAPOR starts: half a demo has half its reports and log-ins that nobody was told."""
    if state(cluster) not in (BEGUN, FAILED):
        return
    with running(cluster):
        env = django_commands.variables(places, cluster.url, django_commands.DEMO)
        found = _look(places, env, StopRequest())
    if found not in (NOTHING_HERE, THE_PLAY_HERE):
        warn("Dunia demo tidak selesai dibuat, tetapi di basis data ini ada laporan atau akun lain.")
        warn("Semuanya dibiarkan seperti adanya.")
        _note(cluster, OTHERS)
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
    if state(cluster):
        return
    found = _look(places, env, stop)
    if stop:
        return
    if found != NOTHING_HERE:
        _note(cluster, DONE if found == THE_PLAY_HERE else OTHERS)
        return
    _build(places, cluster, env, stop)


def _build(places: Places, cluster: Cluster, env: Mapping[str, str], stop: StopRequest) -> None:
    say("Mulai pertama tanpa DATABASE_URL: membuat dunia demo dengan data rekaan.")
    say("Akun masuknya dicetak di bawah.")
    _note(cluster, BEGUN)
    code = run(django_commands.command(places, "demo"), env=env, cwd=places.root, stop=stop)
    if stop:
        return
    _note(cluster, FAILED if code else DONE)
    if code:
        warn(f"Dunia demo tidak dapat dibuat (kode {code}); LAPOR tetap dijalankan.")
        warn("Mulai berikutnya mencobanya lagi, selama belum ada laporan atau akun lain.")


def _look(places: Places, env: Mapping[str, str], stop: StopRequest) -> int:
    return run(django_commands.command(places, "demo", "--look"), env=env, cwd=places.root, stop=stop)
