"""The region table: 91,599 rows, provinces to villages."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Index, Q
from django.db.models.functions import Length

from lapor.records.privacy import Privacy
from lapor.rules.places import WESTERN, RegionLevel


class Region(models.Model):
    """A province, regency, city, district or village with its code of the Ministry of Home Affairs."""

    code = models.CharField(max_length=13, primary_key=True, db_collation="C")
    name = models.CharField(max_length=120)
    level = models.CharField(max_length=16)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    postal_code = models.CharField(max_length=5, blank=True)
    time_zone = models.CharField(max_length=32, default=WESTERN)
    population = models.IntegerField(null=True)
    area_km2 = models.FloatField(null=True)
    #: From the smallest upward, "Tanjung Paku, Tanjung Harapan, Kota Solok, Sumatera Barat".
    label = models.CharField(max_length=300)
    #: Folded: bare name first, "solok, kota solok, sumatera barat", so that a prefix finds by name.
    search = models.CharField(max_length=400, db_collation="C")
    is_active = models.BooleanField(default=True)

    privacy = {
        "code": Privacy.PUBLIC,
        "name": Privacy.PUBLIC,
        "level": Privacy.PUBLIC,
        "parent": Privacy.PUBLIC,
        "latitude": Privacy.PUBLIC,
        "longitude": Privacy.PUBLIC,
        "postal_code": Privacy.PUBLIC,
        "time_zone": Privacy.PUBLIC,
        "population": Privacy.PUBLIC,
        "area_km2": Privacy.PUBLIC,
        "label": Privacy.PUBLIC,
        "search": Privacy.PUBLIC,
        "is_active": Privacy.PUBLIC,
    }

    class Meta:
        app_label = "lapor"
        constraints = [
            models.CheckConstraint(
                condition=Q(level__in=[level.value for level in RegionLevel]), name="region_level_known"
            )
        ]
        indexes = [
            # Without the pending list of `fastupdate`, which every search would have to read whole.
            GinIndex(
                name="region_search_trigram", fields=["search"], opclasses=["gin_trgm_ops"], fastupdate=False
            ),
            # Biggest first within a prefix: a short prefix must not sort tens of thousands of villages.
            Index(Length("code"), "search", name="region_step_search"),
            Index(fields=["postal_code"], name="region_postal_code"),
        ]

    def __str__(self) -> str:
        return self.label
