"""N reports with their history, clocks and reporters, for COPY into a fresh database.

The rows keep the constraints of the schema and the law of `rules.lifecycle`; the days of the clocks are
rounded (`life.Run.seconds`), and hashes are random numbers: `lapor check` is not for this world.
"""

import random
from functools import partial
from typing import Any

from bench.life import Run
from bench.reference import Reference
from bench.story import Story, Teller
from bench.table import NULL, Table, moment
from bench.words import OLD_RARE, RARE, Words
from lapor.records.reports.deadline import Deadline
from lapor.records.reports.event import Event
from lapor.records.reports.identity import ReporterIdentity
from lapor.records.reports.report import Report
from lapor.rules.access import ActorKind
from lapor.rules.kinds import ArchiveReason, Audience, Kind, PlacePrecision
from lapor.rules.lifecycle import OPEN_STATES, Move, State

CHUNK = 10_000
FIRST_ID = 100_000_000  # no other number in a statement looks like ours
RARE_HITS = 60  # in a world of any size, so that a page of results is equally long
OLD_SHARE = 10  # the old rare word stands in the oldest tenth only
KINDS = (Kind.COMPLAINT, Kind.COMPLAINT, Kind.COMPLAINT, Kind.ASPIRATION, Kind.INFORMATION_REQUEST)
ACTORS = {
    Move.RECEIVE: ActorKind.REPORTER,
    Move.COMPLETE: ActorKind.REPORTER,
    Move.CONFIRM: ActorKind.REPORTER,
    Move.CLOSE_BY_SILENCE: ActorKind.SYSTEM,
}
HANDING_ON = (Move.VERIFY, Move.ROUTE_DOWN)
Values = dict[str, Any]


class World:
    """Writes the rows of `size` reports that end at `now`, `CHUNK` at a time."""

    def __init__(self, reference: Reference, size: int, now: float, rng: random.Random) -> None:
        self._reference, self._size, self._rng = reference, size, rng
        self._words, self._teller = Words(rng), Teller(reference, size, now, rng)
        self._event_id = FIRST_ID
        self._reports, self._events = Table(Report), Table(Event)
        self._clocks, self._identities = Table(Deadline), Table(ReporterIdentity)

    def chunk(self, start: int) -> list[partial[None]]:
        """The copies for the reports from `start` on, in the order of the foreign keys."""
        for number in range(start, min(start + CHUNK, self._size)):
            self._write(self._teller.tell(number))
        return [table.take() for table in (self._reports, self._events, self._clocks, self._identities)]

    def _write(self, story: Story) -> None:
        report_id = FIRST_ID + story.number
        last_hash = self._write_events(report_id, story)
        text = self._text(story.number)
        title = text[:70].rpartition(" ")[0].capitalize()
        told = self._told(story, title, text)
        self._reports.add(
            {"id": report_id, "last_hash": last_hash}
            | told
            | self._stands(story)
            | _released(story, title, text)
        )
        for run in story.life.runs:
            self._clocks.add({"report_id": report_id} | _clock(story, run))
        email = "" if story.number % 3 else f"warga{story.number}@contoh.test"
        self._identities.add({"report_id": report_id, "name": self._words.some(2).title(), "email": email})

    def _text(self, number: int) -> str:
        """The rare words stand in reports spread evenly."""
        text = self._words.some(int(15 + 45 * self._rng.random()))
        if number % max(1, self._size // RARE_HITS) == 0:
            text = f"{text} {RARE}"
        old = self._size // OLD_SHARE
        if number < old and number % max(1, old // RARE_HITS) == 0:
            text = f"{text} {OLD_RARE}"
        return text

    def _told(self, story: Story, title: str, text: str) -> Values:
        rng = self._rng
        return {
            "code": story.code,
            "access_hash": f"{rng.getrandbits(256):064x}",
            "idempotency_key": f"{rng.getrandbits(128):032x}",
            "kind": rng.choice(KINDS),
            "title": title,
            "text": text,
            "region_id": story.village.code,
            "latitude": story.village.latitude,
            "longitude": story.village.longitude,
            "category_id": rng.choice(self._reference.categories),
            "is_anonymous": rng.random() < 0.15,
            "is_secret": story.is_secret,
            "supporter_count": int(rng.paretovariate(1.2)) - 1 if story.is_public else 0,
        }

    def _stands(self, story: Story) -> Values:
        life, holder = story.life, story.holders[-1]
        state, handed = life.states[-1], life.at(*HANDING_ON)
        is_open, is_national = state in OPEN_STATES, holder == self._reference.national
        return {
            "state": state,
            "state_before_ask": life.states[-2] if state is State.INCOMPLETE else "",
            "is_open": is_open,
            "held_by_id": holder,
            "holder_root_id": holder if is_national else story.desk.id,
            "held_since": moment(story.moments[handed or 0]),
            "came_by": "" if handed is None else life.moves[handed],
            "archive_reason": ArchiveReason.NOT_PUBLIC_SERVICE if state is State.ARCHIVED else "",
            "received_at": moment(story.moments[0]),
            "settled_at": moment(story.when(life.at(Move.SETTLE))),
            "ended_at": NULL if is_open else moment(story.moments[-1]),
            "event_count": len(story.moments),
            "last_event_at": moment(story.moments[-1]),
        } | _shown(story)

    def _write_events(self, report_id: int, story: Story) -> str:
        """Returns the hash of the last one."""
        life, previous = story.life, ""
        for place in range(len(life.moves)):
            self._event_id += 1
            fresh = f"{self._rng.getrandbits(256):064x}"
            head = {"id": self._event_id, "report_id": report_id, "previous_hash": previous, "hash": fresh}
            self._events.add(head | _move(story, place) | self._said(story, place))
            previous = fresh
        return previous

    def _said(self, story: Story, place: int) -> Values:
        actor = ACTORS.get(story.life.moves[place], ActorKind.OFFICER)
        is_officer = actor is ActorKind.OFFICER
        return {
            "actor_kind": actor,
            "account_id": self._rng.choice(self._reference.officers) if is_officer else NULL,
            "agency_id": story.holders[place - 1] if is_officer else NULL,
            "note": self._words.some(14) if is_officer else "",
        }


def _move(story: Story, place: int) -> Values:
    life, move = story.life, story.life.moves[place]
    return {
        "number": place + 1,
        "move": move,
        "from_state": life.states[place - 1] if place else "",
        "to_state": life.states[place],
        "at": moment(story.moments[place]),
        "to_agency_id": story.holders[place] if move in HANDING_ON else NULL,
        "audience": Audience.PUBLIC,
    }


def _shown(story: Story) -> Values:
    run = story.life.shown
    if run is None:
        return {"clock": "", "clock_started_at": NULL, "due_at": NULL}
    started = story.moments[run.started]
    return {
        "clock": run.clock,
        "clock_started_at": moment(started),
        "due_at": moment(started + run.seconds),
    }


def _released(story: Story, title: str, text: str) -> Values:
    is_public, code = story.is_public, story.village.code
    return {
        "is_published": is_public,
        "public_title": title if is_public else "",
        "public_text": text if is_public else "",
        "public_region_id": code if is_public else NULL,
        "public_region_code": code if is_public else "",
        "public_precision": PlacePrecision.VILLAGE if is_public else "",
        "published_at": moment(story.when(story.life.at(Move.VERIFY))) if is_public else NULL,
    }


def _clock(story: Story, run: Run) -> Values:
    started = story.moments[run.started]
    return {
        "clock": run.clock,
        "unit": run.unit,
        "days": run.days,
        "started_at": moment(started),
        "due_at": moment(started + run.seconds),
        "paused_at": moment(story.when(run.paused)),
        "remaining_days": NULL if run.paused is None else max(1, run.days // 2),
        "stopped_at": moment(story.when(run.stopped)),
    }
