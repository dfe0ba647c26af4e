"""What is forgotten after its time."""

from datetime import datetime

from lapor.steps.accounts.clear_traces import clear_traces
from lapor.steps.attachments.clear_arriving import clear_arriving
from lapor.steps.drafts.clear_old import clear_old_drafts
from lapor.steps.reports.scrub_identities import scrub_identities


def tidy(now: datetime) -> int:
    """Old drafts with their files, files that never arrived, ended sessions, counted attempts; how many."""
    # In this order: files of old drafts are given up first, then erased.
    return clear_old_drafts(now=now) + clear_arriving(now=now) + clear_traces(now=now)


def forget_identities(now: datetime) -> int:
    """Who reported, long after the end; how many."""
    gone = 0
    while batch := scrub_identities(now=now):
        gone += batch
    return gone
