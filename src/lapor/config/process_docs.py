"""`docs/process/` made from the one table of moves, so that words and law can't drift apart."""

from collections.abc import Iterable

from lapor.rules.access import WHO, Relation
from lapor.rules.additions import ADDITIONS
from lapor.rules.clocks import ALL, CLOCK_OF_STATE, Effect, effect_of
from lapor.rules.deadlines import Clock
from lapor.rules.lifecycle import MOVES, Move, Rule, State, Stay
from lapor.rules.limits import DEFAULT_LIMITS, OUR_BASIS
from lapor.rules.notices import tellings

HEAD = """# The life of a report

This page is made by `./lapor process-docs` from `src/lapor/rules/`; a test compares them.
Change the rules, not the page.

States, moves, who may make them, which clocks they move and who is told. Day limits are dated rows of the
database (`DayLimit`); the table shows the defaults that are loaded where nothing else was entered.

Of a draft that waits, whoever may decide it is told; of one that was sent or lapsed, its author.
"""


def render() -> str:
    """The whole page as Markdown."""
    parts = [HEAD, _diagram(), _moves(), _matrix(), _clocks(), _limits(), _additions()]
    return "\n".join(parts)


def _diagram() -> str:
    lines = ["## States", "", "```mermaid", "stateDiagram-v2", "  [*] --> received: receive"]
    for move, rule in MOVES.items():
        if isinstance(rule.target, State):
            lines += [
                f"  {source} --> {rule.target}: {move}"
                for source in State
                if source in rule.sources and source is not rule.target
            ]
        elif rule.target is Stay.WHERE_IT_CAME_FROM:
            lines.append(f"  incomplete --> received: {move} (or where it came from)")
    return "\n".join([*lines, "```", ""])


def _moves() -> str:
    rows = [
        "## Moves",
        "",
        "| move | from | to | stops | pauses | resumes | starts | told |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for move, rule in MOVES.items():
        rows.append(_move(move, f"`{move}`", rule, effect_of(move)))
        if move in (Move.RETURN, Move.OBJECT):
            rows.append(_move(move, f"`{move}`, in dispute", rule, effect_of(move, is_dispute=True)))
        if move is Move.LEAVE:
            rows.append(_move(move, f"`{move}`, once asked", rule, effect_of(move, is_asked=True)))
    notes = (
        f"For a formal information request `{Clock.FORMAL_REQUEST}` takes the place of `{Clock.FINISH}`; "
        "whoever gets the report goes on with what is left of it.",
        f"Once a dispute is decided, nothing starts `{Clock.RETURN}` any more.",
    )
    return "\n".join([*rows, "", *notes, ""])


def _move(move: Move, name: str, rule: Rule, effect: Effect) -> str:
    stopped = "all" if effect.stop == ALL else _words(effect.stop)
    told = _words([telling.recipient for telling in tellings(move)])
    sources = "–" if move is Move.RECEIVE else _words(state for state in State if state in rule.sources)
    return (
        f"| {name} | {sources} | {rule.target} | {stopped} | {_words(effect.pause)} "
        f"| {_words(effect.resume)} | {_words(effect.start)} | {told} |"
    )


def _matrix() -> str:
    heads = list(Relation)
    rows = ["## Who may", "", "| move | " + " | ".join(heads) + " |", "|---" * (len(heads) + 1) + "|"]
    for move, may in WHO.items():
        marks = ["●" if relation in may else "" for relation in heads]
        rows.append(f"| `{move}` | " + " | ".join(marks) + " |")
    readers = "Whoever stands in any of these relations to a report may read it."
    return "\n".join([*rows, "", readers, ""])


def _clocks() -> str:
    rows = ["## The clock a state is measured by", "", "| state | clock |", "|---|---|"]
    rows += [f"| {state} | {_words(clocks)} |" for state, clocks in CLOCK_OF_STATE.items()]
    return "\n".join([*rows, ""])


def _limits() -> str:
    rows = [
        "## Default day limits",
        "",
        "| clock | kind | supervisory | days | unit | basis |",
        "|---|---|---|---|---|---|",
    ]
    for limit in DEFAULT_LIMITS:
        class_ = "" if limit.is_supervisory is None else "yes" if limit.is_supervisory else "no"
        rows.append(
            f"| {limit.clock} | {limit.kind or 'all'} | {class_} | {limit.days} | {limit.unit} "
            f"| {limit.legal_basis} |"
        )
    return "\n".join([*rows, ""])


def _additions() -> str:
    rows = [
        "## What is ours",
        "",
        "Where regulations and practice are silent, or people suffered from them.",
        "",
    ]
    rows += [f"- **{what}**: {why}" for what, why in ADDITIONS]
    own = [limit.clock for limit in DEFAULT_LIMITS if limit.legal_basis == OUR_BASIS]
    rows.append(f"- **day limits**: {_words(own)}")
    return "\n".join([*rows, ""])


def _words(items: Iterable[object]) -> str:
    return ", ".join(str(item) for item in items) or "–"
