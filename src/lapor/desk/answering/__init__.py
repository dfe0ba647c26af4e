"""One report on the desk: history, ask, answer, approve, settle, archive, reveal."""
