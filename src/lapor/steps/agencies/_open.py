"""The one door to an agency's administration: within what the actor manages, locked, in a transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from lapor.records.agencies.agency import Agency
from lapor.rules.access import Actor
from lapor.rules.administration import manages
from lapor.rules.refusals import NotFound


@contextmanager
def open_agency(actor: Actor, code: str, *, whole_tree: bool = False) -> Iterator[Agency]:
    """Yields the agency `code`, locked. Raises NotFound where it is not the actor's to manage.

    `whole_tree`: changes of the tree's shape wait for each other; two moves at once could close a circle.
    """
    with transaction.atomic():
        rows = Agency.objects.select_for_update()
        if whole_tree:
            # The top before its branch: whoever takes several rows takes them from above.
            rows.filter(pk__in=Agency.objects.filter(code=code).values("root_id")).first()
        agency = rows.filter(code=code).first()
        if agency is None or not manages(actor, agency.path):
            raise NotFound(code)
        yield agency
