"""A notice as an e-mail: plain text and simple HTML, recognisable as ours and as automatic."""

from email.utils import formatdate, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils import translation
from django.utils.html import format_html, format_html_join, linebreaks, urlize
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from lapor.channels.message import Message

_PAGE = """<!doctype html>
<html lang="{}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{}</title></head>
<body style="margin:0;padding:24px;background:#f5f6f7;color:#1c1c1c;font:16px/1.5 sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#fff;border-radius:8px">
{}
</div>
<div style="max-width:560px;margin:16px auto 0;color:#5b6066;font-size:13px">{}</div>
</body></html>
"""


def letter(message: Message) -> EmailMultiAlternatives:
    """The e-mail. Every attempt to send the same notice carries the same Message-ID, so that a letter that
    was accepted just before a crash is recognised when it comes again."""
    content, host = message.content, _host()
    with translation.override(content.language):
        foot = (
            _("LAPOR! – Layanan Aspirasi dan Pengaduan Online Rakyat"),
            _("Surel ini dikirim otomatis dan balasannya tidak dibaca. Jawablah di halaman laporan."),
        )
    mail = EmailMultiAlternatives(
        subject=content.subject,
        body="\n".join((content.body, "", "-- ", *foot, "")),
        to=[message.address],
        headers={
            "Message-ID": f"<{content.code}.{content.notice_id}@{host}>",
            # Mail programs gather what is said about one report.
            "References": f"<{content.code}@{host}>",
            "Date": formatdate(localtime=True),
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
            "Content-Language": content.language,
        },
    )
    mail.attach_alternative(_html(message, foot), "text/html")
    return mail


def _html(message: Message, foot: tuple[str, ...]) -> str:
    content = message.content
    # Both escape what they are given.
    words = mark_safe(linebreaks(urlize(content.body, autoescape=True)))  # noqa: S308
    small = format_html_join(mark_safe("<br>"), "{}", ((line,) for line in foot))
    return format_html(_PAGE, content.language, content.subject, words, small)


def _host() -> str:
    _name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return address.rpartition("@")[2] or urlsplit(settings.BASE_URL).hostname or "localhost"
