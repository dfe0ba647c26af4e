"""Agencies and units, one tree."""

from datetime import time

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Index, Q

from lapor.records.privacy import Privacy
from lapor.rules.agencies import AgencyKind
from lapor.rules.places import WESTERN


class Agency(models.Model):
    """A public body or one of its units, from a ministry down to a district office.

    `parent` is the organisational tree (an office belongs to its government; governments and central
    bodies have none). `coordinated_by` is who decides above the top of a tree: the province for its
    regencies and cities, the national desk for provinces and central bodies.
    """

    code = models.CharField(max_length=40, unique=True, db_collation="C")
    name = models.CharField(max_length=250)
    abbreviation = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=16)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    coordinated_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="coordinates"
    )
    #: The top of the organisational tree; a top-level agency names itself.
    root = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="whole_tree")
    #: Ids from the root down to this agency, "/12/345/": all below one agency share its path as prefix.
    path = models.CharField(max_length=200, db_collation="C", blank=True)
    region = models.ForeignKey("lapor.Region", models.PROTECT, null=True, blank=True, related_name="agencies")
    #: Code of the government affair (*urusan*, UU 23/2014 annex) that an office typically handles.
    government_affair = models.CharField(max_length=8, blank=True)
    website = models.CharField(max_length=200, blank=True)
    email = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    address = models.CharField(max_length=300, blank=True)
    time_zone = models.CharField(max_length=32, default=WESTERN)
    #: Local end of working hours: a working-day clock of this holder ends then.
    closing_time = models.TimeField(default=time(16, 0))
    #: From the shipped reference data, whose next version may rename or retire it.
    is_shipped = models.BooleanField(default=False)
    #: From the typical structure of a regional government, not from its own statement.
    is_generated = models.BooleanField(default=False)
    #: When the agency or an administrator stated that this row is right; loading leaves it alone then.
    confirmed_at = models.DateTimeField(null=True, blank=True)
    is_active = models.BooleanField(default=True)
    #: Whether people may choose it themselves.
    is_listed = models.BooleanField(default=True)
    search = models.CharField(max_length=400, db_collation="C", blank=True)

    privacy = {
        "id": Privacy.PUBLIC,
        "code": Privacy.PUBLIC,
        "name": Privacy.PUBLIC,
        "abbreviation": Privacy.PUBLIC,
        "kind": Privacy.PUBLIC,
        "parent": Privacy.PUBLIC,
        "coordinated_by": Privacy.PUBLIC,
        "root": Privacy.PUBLIC,
        "path": Privacy.PUBLIC,
        "region": Privacy.PUBLIC,
        "government_affair": Privacy.PUBLIC,
        "website": Privacy.PUBLIC,
        "email": Privacy.PUBLIC,
        "phone": Privacy.PUBLIC,
        "address": Privacy.PUBLIC,
        "time_zone": Privacy.PUBLIC,
        "closing_time": Privacy.PUBLIC,
        "is_shipped": Privacy.INTERNAL,
        "is_generated": Privacy.PUBLIC,
        "confirmed_at": Privacy.PUBLIC,
        "is_active": Privacy.PUBLIC,
        "is_listed": Privacy.PUBLIC,
        "search": Privacy.PUBLIC,
    }

    class Meta:
        app_label = "lapor"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in AgencyKind]), name="agency_kind_known"
            ),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="agency_not_its_own_parent"),
        ]
        indexes = [
            GinIndex(
                name="agency_search_trigram", fields=["search"], opclasses=["gin_trgm_ops"], fastupdate=False
            ),
            Index(name="agency_path", fields=["path"], opclasses=["text_pattern_ops"]),
        ]

    def __str__(self) -> str:
        return self.name
