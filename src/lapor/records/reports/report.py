"""The report: what was told, where it stands, who holds it, and what the public may read of it."""

from enum import StrEnum
from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Left

from lapor.records.privacy import Privacy
from lapor.records.reports.visibility import ReportManager
from lapor.rules.kinds import ArchiveReason, Door, Kind, Outcome, PlacePrecision
from lapor.rules.lifecycle import OPEN_STATES, State
from lapor.rules.places import REGENCY_LENGTH


def _choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    return [(word.value, word.value) for word in words]


def _values(states: frozenset[State]) -> list[str]:
    return sorted(state.value for state in states)


#: What stays as it was told; kind, topic and privacy may be mended by moves.
TOLD = (
    "received_at",
    "door",
    "title",
    "text",
    "happened_on",
    "happened_text",
    "place_text",
    "region_id",
    "latitude",
    "longitude",
)
IS_PUBLIC = Q(is_published=True)
IS_OPEN = Q(is_open=True)
CAME_BACK = IS_OPEN & Q(came_by__in=["hand_back", "return"])


class Report(models.Model):
    """A complaint, an aspiration or an information request (Open311: service request).

    Only `steps/_record.py` writes `state` and what follows from it; a trigger refuses a change of state
    that has no event of the same transaction.
    """

    # How to name it
    code = models.CharField(max_length=9, unique=True)
    access_hash = models.CharField(max_length=64)
    idempotency_key = models.UUIDField(unique=True)

    # What was told
    kind = models.CharField(max_length=24, choices=_choices(Kind))
    door = models.CharField(max_length=16, choices=_choices(Door), default=Door.WEB)
    title = models.CharField(max_length=160)
    text = models.TextField()
    happened_on = models.DateField(null=True, blank=True)
    happened_text = models.CharField(max_length=80, blank=True)
    place_text = models.CharField(max_length=200, blank=True)
    region = models.ForeignKey("lapor.Region", models.PROTECT, null=True, blank=True, related_name="+")
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    category = models.ForeignKey("lapor.Category", models.PROTECT, null=True, blank=True, related_name="+")
    is_anonymous = models.BooleanField(default=False)
    is_secret = models.BooleanField(default=False)

    # What the desk found
    is_supervisory = models.BooleanField(default=False)
    is_priority = models.BooleanField(default=False)
    tags = models.JSONField(default=list, blank=True)

    # Where it stands
    state = models.CharField(max_length=16, choices=_choices(State))
    state_before_ask = models.CharField(max_length=16, blank=True)
    is_open = models.BooleanField(default=True)
    # Both head several indexes below and need none of their own.
    held_by = models.ForeignKey("lapor.Agency", models.PROTECT, related_name="+", db_index=False)
    holder_root = models.ForeignKey("lapor.Agency", models.PROTECT, related_name="+", db_index=False)
    held_since = models.DateTimeField()
    # The move by which the holder got it; empty from receipt. The desk looks for what came back.
    came_by = models.CharField(max_length=20, blank=True, default="", db_default="")
    clock = models.CharField(max_length=20, blank=True)
    clock_started_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True)
    return_count = models.PositiveSmallIntegerField(default=0)
    is_binding = models.BooleanField(default=False)
    is_extended = models.BooleanField(default=False)
    # An information request under UU 14/2008, whose clocks are the law's.
    is_formal = models.BooleanField(default=False, db_default=False)
    is_contested_after_closing = models.BooleanField(default=False)
    is_objected = models.BooleanField(default=False)
    # The reporter took it back; a supervisory complaint may go on without him.
    is_withdrawn = models.BooleanField(default=False)
    archive_reason = models.CharField(max_length=24, blank=True, choices=_choices(ArchiveReason))
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    rating = models.PositiveSmallIntegerField(null=True, blank=True)
    outcome = models.CharField(max_length=12, blank=True, choices=_choices(Outcome))
    rating_text = models.TextField(blank=True)

    # What the public may read of it
    is_published = models.BooleanField(default=False)
    public_title = models.CharField(max_length=160, blank=True)
    public_text = models.TextField(blank=True)
    public_region = models.ForeignKey("lapor.Region", models.PROTECT, null=True, blank=True, related_name="+")
    public_region_code = models.CharField(max_length=13, blank=True, db_collation="C")
    public_precision = models.CharField(max_length=10, blank=True, choices=_choices(PlacePrecision))
    public_latitude = models.FloatField(null=True, blank=True)
    public_longitude = models.FloatField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    supporter_count = models.PositiveIntegerField(default=0)
    # Filled by a trigger (records/triggers/search.sql): generated columns can't name a text search
    # configuration that a restore may not have yet.
    search = SearchVectorField(null=True, editable=False)

    # Times
    received_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    # The head of its chain of events
    event_count = models.PositiveIntegerField(default=0)
    last_hash = models.CharField(max_length=64, blank=True)
    last_event_at = models.DateTimeField()

    objects = ReportManager()
    everything = models.Manager["Report"]()

    privacy: ClassVar = {
        "id": Privacy.INTERNAL,
        "code": Privacy.PUBLIC,
        "access_hash": Privacy.SECRET,
        "idempotency_key": Privacy.SECRET,
        "kind": Privacy.PUBLIC,
        "door": Privacy.PUBLIC,
        "title": Privacy.PERSONAL,
        "text": Privacy.PERSONAL,
        "happened_on": Privacy.INTERNAL,
        "happened_text": Privacy.INTERNAL,
        "place_text": Privacy.PERSONAL,
        "region": Privacy.INTERNAL,
        "latitude": Privacy.PERSONAL,
        "longitude": Privacy.PERSONAL,
        "category": Privacy.PUBLIC,
        "is_anonymous": Privacy.INTERNAL,
        "is_secret": Privacy.INTERNAL,
        "is_supervisory": Privacy.INTERNAL,
        "is_priority": Privacy.INTERNAL,
        "tags": Privacy.INTERNAL,
        "state": Privacy.PUBLIC,
        "state_before_ask": Privacy.INTERNAL,
        "is_open": Privacy.PUBLIC,
        "held_by": Privacy.PUBLIC,
        "holder_root": Privacy.PUBLIC,
        "held_since": Privacy.PUBLIC,
        "came_by": Privacy.INTERNAL,
        "clock": Privacy.PUBLIC,
        "clock_started_at": Privacy.PUBLIC,
        "due_at": Privacy.PUBLIC,
        "return_count": Privacy.INTERNAL,
        "is_binding": Privacy.INTERNAL,
        "is_extended": Privacy.PUBLIC,
        "is_formal": Privacy.PUBLIC,
        "is_contested_after_closing": Privacy.INTERNAL,
        "is_objected": Privacy.INTERNAL,
        "is_withdrawn": Privacy.INTERNAL,
        "archive_reason": Privacy.PUBLIC,
        "merged_into": Privacy.INTERNAL,
        "rating": Privacy.PUBLIC,
        "outcome": Privacy.PUBLIC,
        "rating_text": Privacy.INTERNAL,
        "is_published": Privacy.PUBLIC,
        "public_title": Privacy.PUBLIC,
        "public_text": Privacy.PUBLIC,
        "public_region": Privacy.PUBLIC,
        "public_region_code": Privacy.PUBLIC,
        "public_precision": Privacy.PUBLIC,
        "public_latitude": Privacy.PUBLIC,
        "public_longitude": Privacy.PUBLIC,
        "published_at": Privacy.PUBLIC,
        "supporter_count": Privacy.PUBLIC,
        "search": Privacy.PUBLIC,
        "received_at": Privacy.PUBLIC,
        "settled_at": Privacy.PUBLIC,
        "ended_at": Privacy.PUBLIC,
        "event_count": Privacy.INTERNAL,
        "last_hash": Privacy.INTERNAL,
        "last_event_at": Privacy.INTERNAL,
    }

    class Meta:
        base_manager_name = "everything"
        default_manager_name = "everything"
        indexes = [
            # The desk: what an agency holds, by clock. Predicates stand exactly as the queries say them.
            models.Index("held_by", "due_at", "id", condition=IS_OPEN, name="report_held_due"),
            models.Index("holder_root", "due_at", "id", condition=IS_OPEN, name="report_root_due"),
            models.Index("holder_root", "state", "due_at", "id", condition=IS_OPEN, name="report_root_state"),
            models.Index("held_by", "state", "due_at", "id", condition=IS_OPEN, name="report_held_state"),
            models.Index("held_by", "due_at", "id", condition=CAME_BACK, name="report_held_back"),
            models.Index("holder_root", F("received_at").desc(), F("id").desc(), name="report_root_all"),
            models.Index("held_by", F("received_at").desc(), F("id").desc(), name="report_held_all"),
            models.Index(F("received_at").desc(), F("id").desc(), name="report_all"),
            # The public list: newest first, by place, agency, category.
            models.Index(
                F("received_at").desc(), F("id").desc(), condition=IS_PUBLIC, name="report_public_new"
            ),
            models.Index(
                "holder_root",
                F("received_at").desc(),
                F("id").desc(),
                condition=IS_PUBLIC,
                name="report_public_root",
            ),
            models.Index(
                "held_by",
                F("received_at").desc(),
                F("id").desc(),
                condition=IS_PUBLIC,
                name="report_public_held",
            ),
            models.Index(
                "category",
                F("received_at").desc(),
                F("id").desc(),
                condition=IS_PUBLIC,
                name="report_public_category",
            ),
            models.Index(
                "state",
                F("received_at").desc(),
                F("id").desc(),
                condition=IS_PUBLIC,
                name="report_public_state",
            ),
            models.Index(
                "kind",
                F("received_at").desc(),
                F("id").desc(),
                condition=IS_PUBLIC,
                name="report_public_kind",
            ),
            models.Index(
                "public_region_code",
                F("received_at").desc(),
                F("id").desc(),
                condition=IS_PUBLIC,
                name="report_public_place",
            ),
            # A regency's newest in their order: a prefix of the code could only be sorted.
            models.Index(
                Left("public_region_code", REGENCY_LENGTH),
                F("received_at").desc(),
                F("id").desc(),
                condition=IS_PUBLIC,
                name="report_public_regency",
            ),
            GinIndex(fields=["search"], condition=IS_PUBLIC, fastupdate=False, name="report_search"),
            # Timed work
            models.Index("clock", "due_at", condition=IS_OPEN, name="report_clock_due"),
            models.Index(fields=["ended_at"], condition=Q(is_open=False), name="report_ended"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in Kind]), name="report_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(state__in=_values(OPEN_STATES), is_open=True, ended_at=None)
                | Q(state__in=_values(frozenset(State) - OPEN_STATES), is_open=False, ended_at__isnull=False),
                name="report_open_until_its_end",
            ),
            models.CheckConstraint(
                condition=Q(rating=None) | Q(rating__range=(1, 5)), name="report_rating_1_to_5"
            ),
            models.CheckConstraint(
                condition=~Q(is_published=True) | (Q(is_secret=False) & ~Q(public_title="")),
                name="report_secret_never_public",
            ),
            models.CheckConstraint(
                condition=Q(latitude=None) | Q(latitude__range=(-12, 8)), name="report_latitude_indonesia"
            ),
            models.CheckConstraint(
                condition=Q(longitude=None) | Q(longitude__range=(94, 142)), name="report_longitude_indonesia"
            ),
        ]

    def __str__(self) -> str:
        return f"report {self.code}"

    def told(self) -> dict[str, object]:
        """What was told, whose hash the first event keeps. A trigger refuses to change it (`told.sql`)."""
        return {name: getattr(self, name) for name in TOLD}
