"""What the sentences of the demo world are made of. Invented for this purpose; nobody's real report."""

from dataclasses import dataclass

from lapor.rules.kinds import ArchiveReason, Kind


@dataclass(frozen=True, slots=True)
class Tale:
    """One problem from its title to its end: what belongs together is never drawn apart.

    `reply` is what the reporter answers to `ask`. Slots: {place} a street or spot, {since} a span of time
    ("dua minggu"), {name} the government's own name.
    """

    title: str
    story: str
    effects: tuple[str, ...]
    ask: str
    reply: str
    answer: str
    result: str


@dataclass(frozen=True, slots=True)
class Stray:
    """What is told here and is nobody's task here: archived for a `reason`, in `words` of its own."""

    title: str
    story: str
    effects: tuple[str, ...]
    reason: ArchiveReason
    words: str
    competent_body: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """What people of the demo world tell about one subject, and what is said about all of it.

    `affair` is the code of the government affair whose office answers; `ministry` a central body instead.
    `meanwhile` the office says between its first answer and the end, `contested` whoever disagrees with that;
    `without_picture` is why the end has no photograph.
    """

    key: str
    affair: str
    category: str
    tales: tuple[Tale | Stray, ...]
    picture: str = ""
    kind: Kind = Kind.COMPLAINT
    ministry: str = ""
    is_supervisory: bool = False
    meanwhile: str = "Ini masih kami kerjakan, kabar berikutnya pekan depan."
    contested: str = "Belum beres. Kemarin keadaannya masih sama seperti sebelumnya."
    without_picture: str = (
        "Selesai petang hari, terlalu gelap untuk difoto; hasilnya dapat dilihat di tempat."
    )
    weight: int = 10
