"""The national desk changes the words of a notice: a new version, the old ones are kept."""

from datetime import datetime

from django.db import transaction

from lapor.records.messages.template import NoticeTemplate
from lapor.rules.access import Actor
from lapor.rules.administration import Deed, is_national
from lapor.rules.notice_text import (
    BODY_LIMIT,
    OWED_IN_BODY,
    SUBJECT_LIMIT,
    UnknownPlaceholder,
    placeholders_in,
)
from lapor.rules.notices import template_codes
from lapor.rules.refusals import Forbidden, NotFound, Refused
from lapor.rules.text import clean_text
from lapor.steps._amend import amend

LANGUAGES = ("id", "en")


def edit_template(*, actor: Actor, code: str, language: str, subject: str, body: str, now: datetime) -> int:
    """The new version's number. Raises Forbidden, NotFound and Refused.

    Reasons: subject_missing, body_missing, too_long, unknown_placeholder, placeholder_owed (every notice
    names the report and leads to it).
    """
    if not is_national(actor):
        raise Forbidden("notice texts hold for everybody")
    if code not in template_codes() or language not in LANGUAGES:
        raise NotFound(code)
    subject, body = " ".join(clean_text(subject).split()), clean_text(body)
    _check(subject, "subject", SUBJECT_LIMIT)
    _check(body, "body", BODY_LIMIT)
    if not placeholders_in(body).issuperset(OWED_IN_BODY):
        raise Refused("placeholder_owed", "body")
    with transaction.atomic():
        versions = NoticeTemplate.objects.select_for_update().filter(code=code, language=language)
        newest = versions.order_by("-version").first()
        if newest is not None and (newest.subject, newest.body) == (subject, body):
            return newest.version
        row = NoticeTemplate.objects.create(
            code=code,
            language=language,
            version=(newest.version if newest else 0) + 1,
            subject=subject,
            body=body,
            edited_by_id=actor.account_id,
            created_at=now,
        )
        changes = {"code": [code, code], "language": [language, language]}
        amend(actor, Deed.EDITED, row, changes=changes, now=now)
    return row.version


def _check(words: str, field: str, limit: int) -> None:
    if not words:
        raise Refused(f"{field}_missing", field)
    if len(words) > limit:
        raise Refused("too_long", field)
    try:
        placeholders_in(words)
    except UnknownPlaceholder as error:
        raise Refused("unknown_placeholder", field) from error
