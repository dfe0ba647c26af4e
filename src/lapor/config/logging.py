"""Logs: one line per event, without anything that a log reader may not know.

Every record of every library goes through `redacted`. Values are hidden by the class of the field whose name
they carry, and whatever looks like personal data, a code or a token is hidden wherever it stands. What
libraries attach to their records beside the message (`extra`) is left out.
"""

from functools import lru_cache
from typing import Any

import structlog
from django.apps import apps
from structlog.typing import EventDict, Processor

from lapor.records.privacy import Privacy
from lapor.rules.log_redaction import HIDDEN, safe_text

# What the program itself writes, never from outside.
_OWN_KEYS = frozenset({"level", "logger", "timestamp"})


def logging_settings(*, as_json: bool, level: str = "INFO") -> dict[str, Any]:
    """Django's LOGGING; also sets up structlog's own loggers, which end in the same handler."""
    before = _before()
    structlog.configure(
        processors=[*before, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": before,
        "processors": [
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            redacted,
            _renderer(as_json),
        ],
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"safe": formatter},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "safe"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            # Our own request log says it without addresses; here only what failed.
            "django.request": {"level": "ERROR"},
            "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
            "procrastinate": {"level": "WARNING"},
            "botocore": {"level": "WARNING"},
            "PIL": {"level": "WARNING"},
        },
    }


def redacted(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """The last processor before the line is written."""
    guarded = _guarded_names()
    for key, value in event.items():
        if key in _OWN_KEYS:
            continue
        if key in guarded:
            event[key] = HIDDEN
        elif not isinstance(value, int | float | bool | None):
            event[key] = safe_text(str(value))
    return event


def _before() -> list[Processor]:
    return [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _renderer(as_json: bool) -> Processor:
    if as_json:
        return structlog.processors.JSONRenderer(ensure_ascii=False)
    return structlog.dev.ConsoleRenderer(
        colors=False, pad_event_to=0, pad_level=False, exception_formatter=structlog.dev.plain_traceback
    )


def _guarded_names() -> frozenset[str]:
    """The names of all fields that are classed personal or secret."""
    return _named() if apps.models_ready else frozenset()


@lru_cache(maxsize=1)
def _named() -> frozenset[str]:
    return frozenset(
        name
        for model in apps.get_app_config("lapor").get_models()
        for name, klass in getattr(model, "privacy", {}).items()
        if klass in (Privacy.PERSONAL, Privacy.SECRET)
    )
