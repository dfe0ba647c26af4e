"""Indonesian words for every stored value: the one place where codes become text.

`LABELS[group][value]` is the short name, `EXPLANATIONS[group][value]` one sentence on what it means for the
reader. A group is the snake-cased name of the enum ("state", "archive_reason"), or an own name where one enum
needs two wordings: `state` speaks to reporters, `state_desk` to officers. New groups go into the topic files
beside this one.
"""

import re
from collections.abc import Mapping
from enum import Enum

from django.utils.functional import Promise

from lapor.ui.labels import administration, desk, notices, people, process, refusals, report, status_line

LABELS: dict[str, Mapping[str, str | Promise]] = {
    **process.LABELS,
    **report.LABELS,
    **people.LABELS,
    **status_line.LABELS,
    **notices.LABELS,
    **refusals.LABELS,
    **administration.LABELS,
    **desk.LABELS,
}
EXPLANATIONS: dict[str, Mapping[str, str | Promise]] = {
    **process.EXPLANATIONS,
    **report.EXPLANATIONS,
    **people.EXPLANATIONS,
    **administration.EXPLANATIONS,
    **desk.EXPLANATIONS,
}

_HUMP = re.compile(r"(?<!^)(?=[A-Z])")


def group_of(value: object) -> str:
    """The group an enum member belongs to: "archive_reason" for ArchiveReason.SPAM, "" for anything else."""
    return _HUMP.sub("_", type(value).__name__).lower() if isinstance(value, Enum) else ""


def label(value: object, group: str = "") -> str:
    """The words for a stored value or an enum member; the value itself where nobody has worded it yet."""
    if value is None or value == "":
        return ""
    code = str(value.value) if isinstance(value, Enum) else str(value)
    return str(LABELS.get(group or group_of(value), {}).get(code, code))


def explain(value: object, group: str = "") -> str:
    """One sentence that explains a choice; empty where there is nothing to add."""
    code = str(value.value) if isinstance(value, Enum) else str(value)
    return str(EXPLANATIONS.get(group or group_of(value), {}).get(code, ""))
