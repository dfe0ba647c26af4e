"""Receipt and tracking: the reporter's own page of a report."""
