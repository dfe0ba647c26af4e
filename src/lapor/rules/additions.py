"""What no regulation says and practice does not do, but this system does: named in `docs/process/`.

A move, or a state that it starts from, is named here as the code names it: a test compares `MOVES` with what
practice knows. Day limits of our own are not repeated here; their legal basis (`limits.OUR_BASIS`) says so.
"""

ADDITIONS: tuple[tuple[str, str], ...] = (
    ("settled", "is a state of its own, so that no report is closed before its reporter had his say"),
    ("ask from in_progress", "the holder may ask again after his first answer; his clocks pause"),
    (
        "hand_back from in_progress",
        "what turns out not to be a unit's own goes up after its first answer, too",
    ),
    ("return, decide", "a report is returned twice at most; then the coordinator decides, and it binds"),
    ("rise", "where nobody can work on a report it goes to the nearest level above with somebody"),
    ("leave", "a supervisory complaint goes on without its reporter, who is waited for and asked no more"),
    ("archive from routed, in_progress", "only what its reporter has left, if its holder does not go on"),
    ("propose, send_back, take_back", "what waits for approval is written down, for officers only"),
    ("formalise", "holder or reporter turn an information request into a formal one"),
    ("edit_public_text", "the desk mends what everybody reads, at any time after the release"),
    ("note", "officers and overseers write to whoever holds the report"),
    ("contest, object", "whoever stands above the holder looks at it first"),
    ("contest after closing, object, rate", "once each, within a window of their own"),
    ("answer without approval", "a missing approval holds up a first answer one working day at most"),
    ("supervisory", "goes to an inspectorate and is closed to the office that it may accuse"),
    ("reveal_identity", "is written down and shown to the reporter"),
    ("identity_kept", "long after the end it is forgotten who reported"),
    ("merge", "only for the same reporter; others with the same problem keep their own reports"),
    ("decision_by_law", "runs from the first routing and is moved by no transfer, return or rise"),
    ("counting", "a clock's first day is day 0; a start on a day off counts as the next working day"),
)
