"""The one shape of a step: one public function per file, keyword-only, with an actor and `now`."""

import ast

import pytest

from tests.architecture.source import PACKAGE, Module, functions, modules

STEPS = [
    module
    for module in modules()
    if module.path.is_relative_to(PACKAGE / "steps")
    and not module.path.name.startswith("_")
    and "reference" not in module.path.parts
]
# What time itself does, or what belongs to no actor: the worker's chores.
WITHOUT_ACTOR = {
    "claim.py", "clear_arriving.py", "clear_old.py", "clear_traces.py", "close_by_silence.py", "compute.py",
    "expire.py", "mark_delivery.py", "remind.py", "rise.py", "scrub_identities.py",
}  # fmt: skip
# The write functions serve approval, too: there is one way to answer and one to settle.
SEVERAL = {"follow_up.py", "settle.py", "verify.py"}


def _public(module: Module) -> list[ast.FunctionDef]:
    return [
        node
        for node in module.tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


@pytest.mark.parametrize("module", STEPS, ids=lambda module: module.name)
def test_a_step_has_one_shape(module: Module) -> None:
    public = _public(module)
    assert public, "a step file without a step"
    assert len(public) == 1 or module.path.name in SEVERAL
    first = public[0]
    assert first.args.args == [], "keyword-only"
    names = {argument.arg for argument in first.args.kwonlyargs}
    assert "now" in names
    assert ("actor" in names) is (module.path.name not in WITHOUT_ACTOR)


# Whose state it is besides a report's: a refused move tells one, a draft (a proposal) has its own.
NOT_OF_REPORTS = ("self", "draft")


def _gives_a_state(node: ast.AST) -> bool:
    """Gives a report a state: assigned, set by name, or in an update of rows."""
    if isinstance(node, ast.Assign):
        return any(_is_a_state(target) for target in node.targets)
    return isinstance(node, ast.Call) and (_sets_a_state(node) or _updates_a_state(node))


def _is_a_state(target: ast.expr) -> bool:
    """`….state`, alone or among others, but of what has states of its own."""
    if isinstance(target, ast.Tuple | ast.List):
        return any(_is_a_state(one) for one in target.elts)
    is_state = isinstance(target, ast.Attribute) and target.attr == "state"
    return is_state and ast.unparse(target).removesuffix(".state") not in NOT_OF_REPORTS


def _sets_a_state(call: ast.Call) -> bool:
    """`setattr(…, "state", …)`, or of a report whatever name is handed in."""
    if ast.unparse(call.func) != "setattr":
        return False
    owner, name = call.args[0], call.args[1]
    return name.value == "state" if isinstance(name, ast.Constant) else "report" in ast.unparse(owner)


def _updates_a_state(call: ast.Call) -> bool:
    """`….update(state=…)` but of notices and proposals, which have states of their own; or in bulk."""
    method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    if method == "update":
        given = [ast.unparse(word.value) for word in call.keywords if word.arg == "state"]
        others = ast.unparse(call.func).startswith(("Notice.", "Proposal."))
        return not others and any(not value.startswith(("NoticeState.", "ProposalState.")) for value in given)
    if method == "bulk_update":
        return any(isinstance(word, ast.Constant) and word.value == "state" for word in ast.walk(call))
    return False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("rows.update(state=State.CLOSED)", True),
        ("Report.objects.scoped('x').filter(pk=1).update(state='closed')", True),
        ("Report.objects.bulk_update(rows, ['state'])", True),
        ("Notice.objects.update(state=NoticeState.SKIPPED)", False),
        ("Notice.objects.filter(pk=1).update(state=found)", False),
        ("rows.update(title='x')", False),
        ("report.state = State.CLOSED", True),
        ("opened.report.state = State.CLOSED", True),
        ("one.state, one.ended_at = State.CLOSED, now", True),
        ("draft.state, draft.decided_at = ProposalState.LAPSED, now", False),
        ("known = report.state", False),
        ("setattr(report, 'state', 'closed')", True),
        ("setattr(opened.report, name, value)", True),
        ("setattr(row, name, value)", False),
    ],
)
def test_the_eye_for_states_sees(text: str, expected: bool) -> None:
    assert any(_gives_a_state(node) for node in ast.walk(ast.parse(text))) is expected


def test_only_the_pen_gives_a_state() -> None:
    """No other module assigns `state` or passes it to an update of reports."""
    guilty = [
        f"{module.name}:{node.lineno}"
        for module in modules()
        if module.path.name != "_record.py"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Assign | ast.Call) and _gives_a_state(node)
    ]
    assert guilty == []


def test_reports_are_created_by_one_step_only() -> None:
    makers = [m.name for m in modules() if "record_receipt(" in m.text and m.path.name != "_record.py"]
    assert makers == ["src/lapor/steps/reports/receive.py"]


def test_the_unguarded_manager_stays_on_its_floor() -> None:
    """`everything` is for Django's own relations and for subqueries of the door."""
    allowed = {"records", "_open.py"}
    users = [
        m.name
        for m in modules()
        if ".everything." in m.text and not (allowed & set(m.path.parts) or m.path.name in allowed)
    ]
    assert users == []


def _hears_signals(node: ast.AST) -> bool:
    """Imports Django's signals, or what listens to them, in any form."""
    if not isinstance(node, ast.Import | ast.ImportFrom):
        return False
    package = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
    names = [f"{package}{alias.name}" for alias in node.names]
    return any(name.startswith("django.dispatch") or "signals" in name.split(".") for name in names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from django.db.models.signals import post_save", True),
        ("from django.db.models import F, signals", True),
        ("import django.db.models.signals", True),
        ("from django.dispatch import receiver", True),
        ("from django.db.models import F", False),
    ],
)
def test_the_eye_for_signals_sees(text: str, expected: bool) -> None:
    (statement,) = ast.parse(text).body
    assert _hears_signals(statement) is expected


def test_no_signals_for_business() -> None:
    guilty = [m.name for m in modules() if any(_hears_signals(node) for node in ast.walk(m.tree))]
    assert guilty == []


def test_functions_are_found() -> None:
    """The reader of this file works: it sees functions at all."""
    assert sum(len(functions(module)) for module in modules()) > 100
