"""How a step says no. Entries turn these into 404, 403, 409 and a message at the field."""


class NotFound(Exception):
    """There is no such thing, or the actor may not know that there is (404)."""


class Forbidden(Exception):
    """The actor may see the thing, but not do this with it (403)."""


class Refused(Exception):
    """What was handed in can't be done as it stands; the person can mend it.

    `reason` is a code with a text in `ui/labels`, `field` the form field it belongs to ("" for the whole).
    """

    def __init__(self, reason: str, field: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field
