"""Finds agencies by what somebody types."""

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Length, Replace

from lapor.queries.agencies.agency_line import COLUMNS, AgencyLine, line_from
from lapor.records.agencies.agency import Agency
from lapor.rules.agencies import AgencyKind
from lapor.rules.folding import fold
from lapor.rules.places import chain_of, unabbreviated

_LONGEST_TEXT = 120
_MOST_WORDS = 8
_FUZZY_FROM = 4


def find_agencies(
    text: str,
    *,
    near: str | None = None,
    below: int | None = None,
    with_coordinated: bool = False,
    with_unlisted: bool = False,
    limit: int = 8,
) -> tuple[AgencyLine, ...]:
    """The best `limit` agencies whose names contain all words of `text`, slips of the keyboard forgiven.

    An exact name or abbreviation comes first, then what is responsible for the region `near` (its offices,
    its province's, central bodies), then what stands higher in its tree. `below` an agency, only what
    hangs under it is found, and `with_coordinated` what it may give reports down to besides. There, or
    `with_unlisted`, is also what people may not choose themselves. An empty text lists the nearest, if
    `near` or `below` is given.
    """
    words = fold(text[:_LONGEST_TEXT])
    if not words and near is None and below is None:
        return ()
    agencies = _within(below, with_coordinated)
    if below is None and not with_unlisted:
        agencies = agencies.filter(is_listed=True)
    if not words and near is not None:
        agencies = agencies.filter(region__in=chain_of(near))
    found = _best(_containing(agencies, words), words, near, limit)
    if not found and any(len(word) >= _FUZZY_FROM for word in words.split()):
        if near is not None:  # the trigrams of "dinas" alone are in two rows of three
            agencies = agencies.filter(Q(region__in=chain_of(near)) | Q(region=None))
        found = _best(agencies.filter(search__trigram_word_similar=words), words, near, limit)
    return found


def _within(below: int | None, with_coordinated: bool) -> QuerySet[Agency]:
    agencies = Agency.objects.filter(is_active=True)
    if below is None:
        return agencies
    top = Agency.objects.filter(id=below).first()
    if top is None or not top.path:
        return agencies.none()
    under = Q(path__startswith=top.path)
    return agencies.filter(under | _coordinated_by(top) if with_coordinated else under).exclude(id=below)


def _coordinated_by(top: Agency) -> Q:
    """The trees a province coordinates, for its inspectorate theirs; mirrors `rules.destinations`."""
    if top.kind != AgencyKind.INSPECTORATE:
        return Q(root__coordinated_by=top.pk)
    return Q(root__coordinated_by=top.root_id, kind=AgencyKind.INSPECTORATE)


def _containing(agencies: QuerySet[Agency], words: str) -> QuerySet[Agency]:
    """Each word at the beginning of a word of the name or abbreviation, or written out ("kab", "jabar")."""
    for word in words.split()[:_MOST_WORDS]:
        written_out = unabbreviated(word)
        condition = _begins(word)
        if written_out != word:
            condition |= Q(search__contains=written_out)
        agencies = agencies.filter(condition)
    return agencies


def _begins(word: str) -> Q:
    # The plain `contains` is what the trigram index answers; the other two narrow it to beginnings.
    return Q(search__contains=word) & (Q(search__startswith=word) | Q(search__contains=f" {word}"))


def _best(agencies: QuerySet[Agency], words: str, near: str | None, limit: int) -> tuple[AgencyLine, ...]:
    ranked = agencies.annotate(
        is_exact=_exactness(words),
        nearness=_nearness(near),
        height=Length("path") - Length(Replace("path", Value("/"))),
        begins=Case(When(search__startswith=words, then=0), default=1, output_field=IntegerField()),
    )
    order = ("is_exact", "nearness", "height", "begins", "kind", "name", "id")
    return tuple(line_from(row) for row in ranked.order_by(*order).values_list(*COLUMNS)[:limit])


def _exactness(words: str) -> Case | Value:
    if not words:  # an empty abbreviation is no exact match of an empty text
        return Value(1)
    return Case(
        When(Q(abbreviation__iexact=words) | Q(search=words), then=0), default=1, output_field=IntegerField()
    )


def _nearness(near: str | None) -> Case | Value:
    """0 the place's own, 1 its province's, 2 central, 3 elsewhere; without a place all are equal."""
    if not near:
        return Value(0)
    province, *smaller = chain_of(near)
    return Case(
        When(region__in=smaller, then=0),
        When(region=province, then=1),
        When(region__isnull=True, then=2),
        default=3,
        output_field=IntegerField(),
    )
