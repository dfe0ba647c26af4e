"""The category tree of reports."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Index

from lapor.records.privacy import Privacy


class Category(models.Model):
    """What a report is about: a main category or one below it."""

    code = models.CharField(max_length=160, unique=True, db_collation="C")
    name = models.CharField(max_length=250)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    #: Ids from the main category down, "/3/41/".
    path = models.CharField(max_length=80, db_collation="C", blank=True)
    order = models.PositiveIntegerField(default=0)
    #: From the shipped reference data and not edited since.
    is_shipped = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    search = models.CharField(max_length=500, db_collation="C", blank=True)

    privacy = {
        "id": Privacy.PUBLIC,
        "code": Privacy.PUBLIC,
        "name": Privacy.PUBLIC,
        "parent": Privacy.PUBLIC,
        "path": Privacy.PUBLIC,
        "order": Privacy.PUBLIC,
        "is_shipped": Privacy.INTERNAL,
        "is_active": Privacy.PUBLIC,
        "search": Privacy.PUBLIC,
    }

    class Meta:
        app_label = "lapor"
        verbose_name_plural = "categories"
        indexes = [
            GinIndex(
                name="category_search_trigram",
                fields=["search"],
                opclasses=["gin_trgm_ops"],
                fastupdate=False,
            ),
            Index(name="category_path", fields=["path"], opclasses=["text_pattern_ops"]),
        ]

    def __str__(self) -> str:
        return self.name
