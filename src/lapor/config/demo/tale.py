"""What the sentences of the demo world are made of. Invented for this purpose; nobody's real report."""

from dataclasses import dataclass

from lapor.rules.kinds import Kind


@dataclass(frozen=True, slots=True)
class Tale:
    """One problem from its title to its end: what belongs together is never drawn apart.

    Slots: {place} a street or spot, {since} a span of time ("dua minggu"), {name} the government's own name.
    """

    title: str
    story: str
    effects: tuple[str, ...]
    ask: str
    answer: str
    result: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What people of the demo world tell about one subject.

    `affair` is the code of the government affair whose office answers; `ministry` a central body instead.
    """

    key: str
    affair: str
    category: str
    tales: tuple[Tale, ...]
    picture: str = ""
    kind: Kind = Kind.COMPLAINT
    ministry: str = ""
    is_supervisory: bool = False
    weight: int = 10
