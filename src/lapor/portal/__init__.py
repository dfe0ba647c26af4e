"""Citizens: home, submit, track, browse, account."""
