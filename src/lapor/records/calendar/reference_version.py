"""Which version of each shipped data set the tables hold."""

from django.db import models

from lapor.records.privacy import Privacy


class ReferenceVersion(models.Model):
    """A loaded data set, so that loading again touches only what changed."""

    name = models.CharField(max_length=40, primary_key=True)
    #: Hash over the content of its files and the version of the code that reads them.
    version = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()
    rows = models.PositiveIntegerField()

    privacy = {
        "name": Privacy.PUBLIC,
        "version": Privacy.PUBLIC,
        "loaded_at": Privacy.PUBLIC,
        "rows": Privacy.PUBLIC,
    }

    class Meta:
        app_label = "lapor"

    def __str__(self) -> str:
        return f"{self.name} {self.version}"
