"""Timed work as procrastinate knows it: found by its Django app because of this module's name.

Every task may run twice or be cut off: the steps behind it look at what is still to be done. A task that
fails is not tried again: its next round makes up for it. So does a worker that starts after a round was
missed (PROCRASTINATE_PERIODIC_DEFAULTS in the settings).
"""

import logging
from typing import Any

from django.utils import timezone
from procrastinate import JobContext, builtin_tasks
from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status

from lapor.jobs import clocks, figures, tidying
from lapor.queries.reports.chain_check import broken_heads

logger = logging.getLogger(__name__)
_JOBS_KEPT_HOURS = 72


@app.periodic(cron="*/5 * * * *")
@app.task(name="clocks", queueing_lock="clocks", lock="clocks")
def end_clocks(timestamp: int) -> None:
    """Closes, archives and approves what is due, every five minutes."""
    now = timezone.now()
    _tell("closed by silence", clocks.close_silent_reports(now))
    _tell("archived without an answer", clocks.expire_unanswered_reports(now))
    _tell("first answers sent without approval", clocks.approve_waiting_answers(now))


@app.periodic(cron="10 * * * *")
@app.task(name="reminders", queueing_lock="reminders", lock="reminders")
def remind(timestamp: int) -> None:
    """Reminds reporters, every hour."""
    clocks.remind_reporters(timezone.now())


@app.periodic(cron="15 * * * *")
@app.task(name="unattended", queueing_lock="unattended", lock="unattended")
def rise_unattended(timestamp: int) -> None:
    """Takes reports up from agencies without officers, every hour."""
    _tell("taken up for want of an officer", clocks.rise_unattended_reports(timezone.now()))


@app.periodic(cron="20 * * * *")
@app.task(name="figures", queueing_lock="figures", lock="figures")
def compute_figures(timestamp: int) -> None:
    """Computes each week as soon as it is over, looking every hour."""
    _tell("rows of weekly figures", figures.compute_missing_weeks(timezone.now()))


@app.periodic(cron="40 * * * *")
@app.task(name="tidying", queueing_lock="tidying", lock="tidying")
def tidy(timestamp: int) -> None:
    """Forgets what is over, every hour."""
    _tell("rows tidied away", tidying.tidy(timezone.now()))


@app.periodic(cron="10 18 * * *")
@app.task(name="identities", queueing_lock="identities", lock="identities")
def forget_identities(timestamp: int) -> None:
    """Every night: who reported is forgotten where the report has been over for long enough."""
    _tell("identities forgotten", tidying.forget_identities(timezone.now()))


# 18.30 UTC is half past one at night in Western Indonesia.
@app.periodic(cron="30 18 * * *")
@app.task(name="chain-heads", queueing_lock="chain-heads", lock="chain-heads")
def verify_chain_heads(timestamp: int) -> None:
    """Every night: does each report's head still match its last event?"""
    for found in broken_heads():
        logger.error(
            "history of report %s does not hold at event %s: %s", found.code, found.number, found.fault
        )


@app.periodic(cron="*/5 * * * *")
@app.task(name="stalled-jobs", queueing_lock="stalled-jobs", pass_context=True)
async def retry_stalled_jobs(context: JobContext, timestamp: int) -> None:
    """Takes up jobs whose worker was killed: nobody else would, and they hold their lock."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        try:
            await manager.retry_job(job)
        except UniqueViolation:  # its next round waits already, and for nothing but this lock
            await manager.finish_job(job, Status.ABORTED, delete_job=True)


@app.periodic(cron="50 18 * * *")
@app.task(name="old-jobs", queueing_lock="old-jobs", pass_context=True)
async def remove_old_jobs(context: JobContext, timestamp: int) -> Any:
    """Forgets finished jobs, also failed ones, after three days."""
    return await builtin_tasks.remove_old_jobs(
        context, max_hours=_JOBS_KEPT_HOURS, remove_failed=True, remove_cancelled=True, remove_aborted=True
    )


def _tell(what: str, count: int) -> None:
    if count:
        logger.info("%s: %s", what, count)
