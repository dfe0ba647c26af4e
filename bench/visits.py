"""What people do on the pages: the same visits for the clock and for counting statements."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import uuid4

from psycopg import Connection

from bench.database import connect
from bench.http import Answer
from bench.reference import CITY, MANY_EVENTS, NATIONAL, OFFICE, PASSWORD, PROVINCE
from bench.words import COMMON, OLD_RARE, RARE
from lapor.queries.reports.access_code import access_code_for, access_hash

REPORTER = "pelapor"
STORY = {
    "text": "Jalan di depan SD rusak berat dan berlubang, sudah dua minggu. Anak-anak sering jatuh.",
    "place": "13.72.02.1003",
    "place_text": "Tanjung Paku, Tanjung Harapan, Kota Solok, Sumatera Barat",
    "kind": "complaint",
    "privacy": "ordinary",
    "name": "Siti Rahma",
    "email": "siti@contoh.test",
}


VERIFICATION = {
    "public_title": "Jalan di depan SD rusak berat",
    "public_text": "Jalan di depan SD rusak berat dan berlubang, sudah dua minggu.",
    "privacy": "ordinary",
    "kind": "complaint",
    "report_class": "not_supervisory",
    "public_precision": "village",
    "reason": "Jalan ini jalan kota.",
}
PUBLIC = "SELECT code FROM lapor_report WHERE is_published ORDER BY md5(code) LIMIT 200"
OWN = "SELECT code, idempotency_key FROM lapor_report WHERE state = 'closed' ORDER BY id DESC LIMIT 25"
MANY = "SELECT code FROM lapor_report WHERE event_count = %s LIMIT 1"
UNVERIFIED = """
SELECT r.code FROM lapor_report r JOIN lapor_agency a ON a.id = r.held_by_id
WHERE r.state = 'received' AND a.kind = 'national_desk' ORDER BY r.id LIMIT 2
"""


class Visitor(Protocol):
    """A browser, near or far. Raises Unexpected for another status than expected."""

    def get(self, path: str, expect: int = 200) -> Answer: ...
    def post(self, path: str, form: Mapping[str, str], expect: int = 302, place: str = "") -> Answer: ...


@dataclass(frozen=True, slots=True)
class Sample:
    """Reports of one world. `own` are tracking codes with access codes."""

    public: tuple[str, ...]
    own: tuple[tuple[str, str], ...]
    many_events: str
    unverified: tuple[str, ...]
    city: int


@dataclass(frozen=True, slots=True)
class Visit:
    """A page, who looks at it (a log-in, REPORTER, or nobody in particular), and its addresses."""

    name: str
    paths: Callable[[Sample], list[str]]
    who: str = ""


def _at(path: str) -> Callable[[Sample], list[str]]:
    return lambda sample: [path]


VISITS = (
    Visit("public list", _at("/laporan/")),
    Visit("search, common word", _at(f"/laporan/?q={COMMON}")),
    Visit("search, rare word", _at(f"/laporan/?q={RARE}")),
    Visit("search, old rare word", _at(f"/laporan/?q={OLD_RARE}")),
    Visit("report page", lambda sample: [f"/laporan/{code}/" for code in sample.public]),
    Visit("tracking page", lambda sample: [f"/lacak/{code}/" for code, _ in sample.own], REPORTER),
    Visit("inbox, national desk", _at("/meja/"), NATIONAL),
    Visit("inbox, city desk", _at("/meja/"), CITY),
    Visit("inbox, office", _at("/meja/"), OFFICE),
    Visit("inbox, province", _at("/meja/"), PROVINCE),
    Visit("inbox, all reports", _at("/meja/?tampilan=semua"), CITY),
    Visit("inbox, all, common word", _at(f"/meja/?tampilan=semua&q={COMMON}"), CITY),
)


def enter(visitor: Visitor, who: str, sample: Sample) -> None:
    """Signs in as `who`, or opens all own reports."""
    if who == REPORTER:
        for code, access_code in sample.own:
            form = visitor.get("/lacak/").hidden()
            visitor.post("/lacak/", form | {"code": code, "access_code": access_code}, place=str(uuid4()))
    elif who:
        form = visitor.get("/masuk/").hidden()
        login = {"login": f"{who}@contoh.test", "password": PASSWORD}
        visitor.post("/masuk/", form | login, place=str(uuid4()))


def review(visitor: Visitor) -> dict[str, str]:
    """Tells a story as far as the review; what its button sends."""
    form = visitor.get("/lapor/").hidden()
    page = visitor.post("/lapor/", form | STORY | {"do": "review"}, expect=200)
    return page.hidden() | {"do": "send"}


def sample_of(database: str) -> Sample:
    with connect(database) as connection:
        own = _rows(connection, OWN)
        keys = tuple((code, access_code_for(key)) for code, key in own)
        for code, access_code in keys:
            opened = [access_hash(code, access_code), code]
            connection.execute("UPDATE lapor_report SET access_hash = %s WHERE code = %s", opened)
        return Sample(
            public=tuple(code for (code,) in _rows(connection, PUBLIC)),
            own=keys,
            many_events=_rows(connection, MANY, MANY_EVENTS)[0][0],
            unverified=tuple(code for (code,) in _rows(connection, UNVERIFIED)),
            city=_rows(connection, "SELECT id FROM lapor_agency WHERE kind = 'city' ORDER BY id")[0][0],
        )


def _rows(connection: Connection[Any], statement: str, *values: object) -> list[tuple[Any, ...]]:
    return connection.execute(statement, values).fetchall()
