"""The demo world is begun and thrown away only where nothing is anybody's."""

import signal
from pathlib import Path
from threading import Timer

import psycopg
import pytest
from django.core.management import CommandError, call_command

from lapor.config.command import demo_world
from lapor.config.command.cluster import Cluster
from lapor.config.command.database import running
from lapor.config.command.demo_world import (
    BEGUN,
    DONE,
    FAILED,
    NOTHING_HERE,
    OTHERS,
    OTHERS_HERE,
    THE_PLAY_HERE,
)
from lapor.config.command.places import Places
from lapor.config.command.processes import StopRequest
from lapor.config.demo.belongings import Holding, holding, key_of
from lapor.records.accounts.account import Account
from lapor.rules.access import Role
from tests.builders.clusters import FOUND, checkout_with, made_in
from tests.builders.world import World, received

ROOT = Path(__file__).resolve().parents[2]


def _checkout(root: Path, look: int, demo: str = "exit 0") -> Places:
    """Its `demo --look` answers with this exit code, its `demo` does this; `asked` says which were asked."""
    return checkout_with(f'echo "$3" >> {root}/asked; [ "$4" = --look ] && exit {look}; {demo}', root)


def _a_folder(path: Path) -> Cluster:
    return Cluster(path, next(iter(FOUND.values())), None, path / "postgres.log")


@pytest.mark.parametrize(
    ("look", "demo", "state"),
    [
        (NOTHING_HERE, "exit 0", DONE),
        (NOTHING_HERE, "exit 1", FAILED),
        (NOTHING_HERE, "kill -9 $$", FAILED),
        (THE_PLAY_HERE, "", DONE),
        (OTHERS_HERE, "", OTHERS),
        (1, "", OTHERS),
    ],
)
def test_a_demo_is_begun_only_after_a_look(tmp_path: Path, look: int, demo: str, state: str) -> None:
    places, cluster = _checkout(tmp_path, look, demo), _a_folder(tmp_path)
    demo_world.make_once(places, cluster, {}, StopRequest())
    assert demo_world.state(cluster) == state
    times = 2 if look == NOTHING_HERE else 1
    assert (tmp_path / "asked").read_text().split() == ["demo"] * times
    demo_world.make_once(places, cluster, {}, StopRequest())
    assert len((tmp_path / "asked").read_text().split()) == times, "what is settled is not asked again"


def test_a_stop_request_leaves_the_demo_begun(tmp_path: Path) -> None:
    places, cluster, stop = (
        _checkout(tmp_path, NOTHING_HERE, "exec /bin/sleep 60"),
        _a_folder(tmp_path),
        StopRequest(),
    )

    def stop_once_begun() -> None:
        if demo_world.state(cluster) == BEGUN:
            stop._note(signal.SIGINT, None)
        else:
            Timer(0.1, stop_once_begun).start()

    stop_once_begun()
    demo_world.make_once(places, cluster, {}, stop)
    assert stop
    assert demo_world.state(cluster) == BEGUN


@pytest.mark.slow
@pytest.mark.parametrize(
    ("word", "look", "after"),
    [
        (BEGUN, NOTHING_HERE, ""),
        (FAILED, THE_PLAY_HERE, ""),
        (BEGUN, OTHERS_HERE, OTHERS),
        (FAILED, 1, OTHERS),
        (DONE, NOTHING_HERE, DONE),
        (OTHERS, NOTHING_HERE, OTHERS),
    ],
)
def test_only_a_demo_cut_short_is_begun_anew(
    open_folder: Path, tmp_path: Path, word: str, look: int, after: str
) -> None:
    cluster = made_in(open_folder)
    (cluster.folder / "demo-made").write_text(word)
    before = cluster.url
    demo_world.begin_anew_if_interrupted(_checkout(tmp_path, look), cluster)
    assert demo_world.state(cluster) == after
    assert (cluster.url == before) is (after != ""), "what may be somebody's is never thrown away"
    with running(cluster), psycopg.connect(cluster.url) as connection:
        assert connection.execute("select 1").fetchone() == (1,)


@pytest.mark.slow
def test_a_demo_whose_throwing_away_was_cut_short_is_begun_anew(open_folder: Path) -> None:
    cluster = made_in(open_folder)
    (cluster.folder / "demo-made").write_text(BEGUN)
    cluster.discard()  # and then the machine went down
    cluster.create()
    before = cluster.url
    demo_world.begin_anew_if_interrupted(Places(ROOT, open_folder), cluster)
    assert cluster.url != before
    assert demo_world.state(cluster) == ""
    assert not list(cluster.folder.glob("data.discarded"))


def test_the_database_tells_whose_its_data_are(world: World) -> None:
    assert holding() is Holding.NOTHING
    received(world, idempotency_key=key_of(7))
    assert holding() is Holding.THE_PLAY
    received(world)
    assert holding() is Holding.OTHERS_THINGS


def test_an_officer_of_one_s_own_is_no_demo(world: World) -> None:
    world.officer("orang", "PUPR", Role.LIAISON)
    Account.objects.filter(login__startswith="orang").update(login="orang@kota.go.id")
    assert holding() is Holding.OTHERS_THINGS
    with pytest.raises(CommandError):
        call_command("demo", reports=1)


def test_the_answers_are_the_exit_codes(world: World) -> None:
    assert (NOTHING_HERE, THE_PLAY_HERE, OTHERS_HERE) == (
        Holding.NOTHING,
        Holding.THE_PLAY,
        Holding.OTHERS_THINGS,
    )
    with pytest.raises(SystemExit) as left:
        call_command("demo", look=True)
    assert left.value.code == Holding.NOTHING
