"""Overseers. Empty room: dashboards come with a later issue."""
