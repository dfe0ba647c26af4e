"""Whatever is logged, by whomever, goes through the redaction."""

import io
import json
import logging
import logging.config
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from django.db import DatabaseError, connection
from django.test import Client

from lapor.config.logging import logging_settings
from tests.builders.world import World, received

NAME, EMAIL, TEXT = "Siti Rahma", "siti@contoh.test", "rumah saya di belakang masjid"


@pytest.fixture(params=[True, False], ids=["json", "plain"])
def lines(request: Any) -> Iterator[io.StringIO]:
    """What the configured handler writes."""
    settings = logging_settings(as_json=request.param)
    out = io.StringIO()
    settings["handlers"]["stderr"]["stream"] = out
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    logging.config.dictConfig(settings)
    yield out
    root.handlers[:], root.level = before, level


def test_messages_arguments_and_exceptions_are_redacted(lines: io.StringIO) -> None:
    logger = logging.getLogger("some.library")
    logger.warning("could not reach %s", EMAIL)
    logger.info("told", extra={"person": NAME, "text": TEXT})
    try:
        raise ValueError(f"no such person: {EMAIL}")
    except ValueError:
        logger.exception("failed for %(who)s", {"who": "0812 3456 7890"})
    written = lines.getvalue()
    assert "could not reach" in written and "ValueError" in written and "failed for" in written
    for secret in (EMAIL, NAME, TEXT, "0812"):
        assert secret not in written


def test_named_values_are_hidden_by_the_class_of_their_field(lines: io.StringIO) -> None:
    structlog.get_logger("lapor.test").info(
        "stored", name=NAME, text=TEXT, phone="1", code="583720461", size=7
    )
    written = lines.getvalue()
    assert "583720461" in written and "7" in written
    assert NAME not in written and TEXT not in written


def test_a_refused_row_is_not_written_out(lines: io.StringIO, world: World) -> None:
    received(world)
    with connection.cursor() as cursor:
        try:
            cursor.execute(
                "INSERT INTO lapor_reporteridentity (report_id, name, email) VALUES (NULL, %s, %s)",
                [NAME, EMAIL],
            )
        except DatabaseError as error:
            assert NAME in str(error)
            logging.getLogger("lapor").error("store failed", exc_info=error)
    written = lines.getvalue()
    assert "IntegrityError" in written
    assert NAME not in written and EMAIL not in written


def test_a_request_is_logged_without_its_address(lines: io.StringIO, world: World) -> None:
    code = received(world).code
    client = Client(raise_request_exception=False)
    client.get(f"/lacak/?nomor={code}&kode=RK7M2TXB")
    client.get(f"/lacak/{code}/", {"kode": "RK7M2TXB"})
    client.get("/tidak-ada/RK7M2TXB/")
    written = lines.getvalue()
    assert "/lacak/" in written and " ms" in written and "404" in written
    for secret in (code, "RK7M2TXB", "kode", "nomor"):
        assert secret not in written


def test_each_line_is_json_in_production() -> None:
    settings = logging_settings(as_json=True)
    out = io.StringIO()
    formatter = dict(settings["formatters"]["safe"])
    handler = logging.StreamHandler(out)
    handler.setFormatter(formatter.pop("()")(**formatter))
    record = logging.LogRecord("a", logging.ERROR, "f", 1, "two\nlines %s", (EMAIL,), None)
    handler.emit(record)
    (line,) = out.getvalue().splitlines()
    found = json.loads(line)
    assert (found["level"], found["logger"]) == ("error", "a")
    assert found["event"].startswith("two\nlines ") and EMAIL not in found["event"]
