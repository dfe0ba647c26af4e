"""The worker: timed jobs and the outbox in one process, through restarts of the database."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Callable

from procrastinate import App
from procrastinate.contrib.django import app

from lapor.jobs.outbox import OutboxLoop

logger = logging.getLogger(__name__)

# Nothing here needs LISTEN: looking every two seconds also survives a database that went away.
_LOOK_EVERY = 2.0
_FINISH_WITHIN = 12.0
_LONGEST_REST = 15.0
_RAN_WELL = 60.0
_LOOK_AT_OUTBOX_EVERY = 5.0


def work(deliver: Callable[[], int]) -> int:
    """Runs until SIGTERM or Ctrl-C; the exit code. `deliver` sends some due notices and says how many.

    The worker's heartbeat lies in `procrastinate_workers`, where `./lapor doctor` looks.
    """
    return asyncio.run(_work(OutboxLoop(deliver)))


async def _work(outbox: OutboxLoop) -> int:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    outbox.start()
    guard = asyncio.create_task(_watch(outbox, stop))
    await _run_jobs(stop)
    outbox.ask_to_stop()
    await asyncio.to_thread(outbox.join, _FINISH_WITHIN)
    return await guard


async def _watch(outbox: OutboxLoop, stop: asyncio.Event) -> int:
    """Ends everything when the outbox hangs: whoever started us starts us anew."""
    while not stop.is_set():
        if not outbox.is_well:
            logger.error("the outbox hangs; the worker ends itself")
            stop.set()
            return 1
        await _rest(stop, _LOOK_AT_OUTBOX_EVERY)
    return 0


async def _run_jobs(stop: asyncio.Event) -> None:
    """Starts the job runner again whenever it ends by itself, as it does when the database goes away."""
    failures, clock = 0, asyncio.get_running_loop().time
    while not stop.is_set():
        began = clock()
        runner = asyncio.create_task(_run_once())
        asked = asyncio.create_task(stop.wait())
        await asyncio.wait({runner, asked}, return_when=asyncio.FIRST_COMPLETED)
        asked.cancel()
        if stop.is_set():
            runner.cancel()
            await _end_of(runner)
            return
        error = await _end_of(runner)
        failures = failures + 1 if clock() - began < _RAN_WELL else 1
        logger.warning(
            "job runner ended, starting it again: %s", type(error).__name__ if error else "stopped"
        )
        await _rest(stop, min(_LONGEST_REST, 2.0 ** min(failures, 5)))


async def _run_once() -> None:
    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.replace_connector(connector) as runner:
        assert isinstance(runner, App)
        async with runner.open_async():
            await runner.run_worker_async(
                name="lapor",
                concurrency=2,
                listen_notify=False,
                fetch_job_polling_interval=_LOOK_EVERY,
                delete_jobs="successful",
                install_signal_handlers=False,
                shutdown_graceful_timeout=_FINISH_WITHIN,
            )


async def _end_of(runner: "asyncio.Task[None]") -> BaseException | None:
    try:
        await runner
    except asyncio.CancelledError:
        return None
    except Exception as error:  # whatever it was, the next runner may do better
        return error
    return None


async def _rest(stop: asyncio.Event, seconds: float) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)
