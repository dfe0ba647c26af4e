"""Writes: one file per step, one door (`open_report`), one pen (`record`)."""
