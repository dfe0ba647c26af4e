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


def _gives_a_state(call: ast.Call) -> bool:
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
    ],
)
def test_the_eye_for_states_sees(text: str, expected: bool) -> None:
    (statement,) = ast.parse(text).body
    assert isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call)
    assert _gives_a_state(statement.value) is expected


def test_only_the_pen_gives_a_state() -> None:
    """No other module assigns `state` or passes it to an update of reports."""
    guilty = []
    for module in modules():
        if module.path.name == "_record.py":
            continue
        for node in ast.walk(module.tree):
            targets = node.targets if isinstance(node, ast.Assign) else []
            for target in targets:
                if isinstance(target, ast.Attribute) and target.attr == "state":
                    owner = target.value.id if isinstance(target.value, ast.Name) else ""
                    if owner in ("report", "row"):
                        guilty.append(f"{module.name}:{node.lineno}")
            if isinstance(node, ast.Call) and _gives_a_state(node):
                guilty.append(f"{module.name}:{node.lineno}")
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


def test_no_signals_for_business() -> None:
    assert [m.name for m in modules() if "django.dispatch" in m.text or "db.models.signals" in m.text] == []


def test_functions_are_found() -> None:
    """The reader of this file works: it sees functions at all."""
    assert sum(len(functions(module)) for module in modules()) > 100
