"""The words of notices, as they ship."""

from django.db import connection

from lapor.steps.reference.notice_templates import NOTICE_TEMPLATES


def load_notice_texts() -> None:
    with connection.cursor() as cursor:
        NOTICE_TEMPLATES.load(cursor, None, lambda share: None)
