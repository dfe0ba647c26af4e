"""Sends notices as they fall due: a loop that looks, sends, rests, and outlives whatever happens."""

import logging
import threading
import time
from collections.abc import Callable

from django.db import close_old_connections

logger = logging.getLogger(__name__)

REST = 1.5
LONGEST_REST = 30.0
# Longer than any batch may take.
STUCK_AFTER = 420.0


class OutboxLoop(threading.Thread):
    """`deliver` tries to send some due notices and returns how many it took."""

    def __init__(self, deliver: Callable[[], int]) -> None:
        super().__init__(name="outbox", daemon=True)
        self._deliver = deliver
        self._stop_asked = threading.Event()
        self._beat = time.monotonic()

    def run(self) -> None:
        failures = 0
        while not self._stop_asked.is_set():
            self._beat = time.monotonic()
            # A connection that died while we rested is replaced before it is used.
            close_old_connections()
            try:
                rest = 0.0 if self._deliver() else REST
                failures = 0
            except Exception as error:
                failures += 1
                rest = min(LONGEST_REST, REST * 2**failures)
                _complain(error, failures)
            self._stop_asked.wait(rest)
        close_old_connections()

    def ask_to_stop(self) -> None:
        self._stop_asked.set()

    @property
    def is_well(self) -> bool:
        """False once the loop ended or hangs: the process should be started anew then."""
        return self.is_alive() and time.monotonic() - self._beat < STUCK_AFTER


def _complain(error: Exception, failures: int) -> None:
    """The first failure in full, a long row of them only now and then."""
    if failures == 1:
        logger.warning("outbox failed, trying again", exc_info=error)
    elif failures % 20 == 0:
        logger.warning("outbox failed %s times in a row: %s", failures, type(error).__name__)
