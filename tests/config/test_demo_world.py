"""The demo world is begun and thrown away only where nothing is anybody's."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from lapor.config.command import demo_world
from lapor.config.command.places import Places
from lapor.config.command.processes import StopRequest
from lapor.config.demo.belongings import Holding, holding, key_of
from lapor.records.accounts.account import Account
from lapor.rules.access import Role
from tests.builders.world import World, received

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class FakeCluster:
    """A folder, and what was done to it."""

    folder: Path
    done: list[str] = field(default_factory=list)
    url: str = "postgres://nowhere/lapor"

    def discard(self) -> None:
        self.done.append("discard")

    def create(self) -> None:
        self.done.append("create")


@dataclass
class Answers:
    """What Django's commands answer, and which of them were asked."""

    look: int
    demo: int = 0
    stops: bool = False
    asked: list[str] = field(default_factory=list)

    def run(self, words: Sequence[str | Path], *, stop: StopRequest, **_options: object) -> int:
        self.asked.append(str(words[-1]))
        if words[-1] == "--look":
            return self.look
        stop.count = int(self.stops)
        return self.demo


@pytest.fixture
def cluster(tmp_path: Path) -> FakeCluster:
    return FakeCluster(tmp_path)


@contextmanager
def _running(_cluster: FakeCluster) -> Iterator[None]:
    yield


def _play(monkeypatch: pytest.MonkeyPatch, answers: Answers) -> None:
    monkeypatch.setattr(demo_world, "run", answers.run)
    monkeypatch.setattr(demo_world, "running", _running)


def _make(cluster: FakeCluster) -> None:
    demo_world.make_once(Places(ROOT, cluster.folder), cluster, {}, StopRequest())  # type: ignore[arg-type]


def _begin_anew(cluster: FakeCluster) -> None:
    demo_world.begin_anew_if_interrupted(Places(ROOT, cluster.folder), cluster)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        (Answers(demo_world.NOTHING_HERE), demo_world.DONE),
        (Answers(demo_world.NOTHING_HERE, demo=1), demo_world.FAILED),
        (Answers(demo_world.NOTHING_HERE, stops=True), demo_world.BEGUN),
        (Answers(demo_world.THE_PLAY_HERE), demo_world.DONE),
        (Answers(demo_world.OTHERS_HERE), demo_world.OTHERS),
        (Answers(1), demo_world.OTHERS),
    ],
)
def test_a_demo_is_begun_only_after_a_look(
    monkeypatch: pytest.MonkeyPatch, cluster: FakeCluster, answers: Answers, state: str
) -> None:
    _play(monkeypatch, answers)
    _make(cluster)
    assert demo_world.state(cluster) == state  # type: ignore[arg-type]
    assert answers.asked[0] == "--look"
    assert ("demo" in answers.asked) == (answers.look == demo_world.NOTHING_HERE)


@pytest.mark.parametrize("word", [demo_world.BEGUN, demo_world.FAILED])
@pytest.mark.parametrize("look", [demo_world.NOTHING_HERE, demo_world.THE_PLAY_HERE])
def test_half_a_demo_is_made_anew(
    monkeypatch: pytest.MonkeyPatch, cluster: FakeCluster, word: str, look: int
) -> None:
    (cluster.folder / "demo-made").write_text(word)
    _play(monkeypatch, Answers(look))
    _begin_anew(cluster)
    assert cluster.done == ["discard", "create"]
    assert demo_world.state(cluster) == ""  # type: ignore[arg-type]


@pytest.mark.parametrize("look", [demo_world.OTHERS_HERE, 1, -9])
def test_what_may_be_somebodys_is_never_thrown_away(
    monkeypatch: pytest.MonkeyPatch, cluster: FakeCluster, look: int
) -> None:
    (cluster.folder / "demo-made").write_text(demo_world.BEGUN)
    _play(monkeypatch, Answers(look))
    _begin_anew(cluster)
    assert cluster.done == []
    assert demo_world.state(cluster) == demo_world.OTHERS  # type: ignore[arg-type]


@pytest.mark.parametrize("word", ["", demo_world.DONE, demo_world.OTHERS])
def test_nothing_is_thrown_away_without_an_interruption(
    monkeypatch: pytest.MonkeyPatch, cluster: FakeCluster, word: str
) -> None:
    (cluster.folder / "demo-made").write_text(word)
    _play(monkeypatch, Answers(demo_world.NOTHING_HERE))
    _begin_anew(cluster)
    assert cluster.done == []


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
    codes = (demo_world.NOTHING_HERE, demo_world.THE_PLAY_HERE, demo_world.OTHERS_HERE)
    assert codes == (Holding.NOTHING, Holding.THE_PLAY, Holding.OTHERS_THINGS)
    with pytest.raises(SystemExit) as left:
        call_command("demo", look=True)
    assert left.value.code == Holding.NOTHING
