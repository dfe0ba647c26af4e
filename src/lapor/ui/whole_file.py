"""Files that others read while we write them."""

import contextlib
import os
import tempfile
from pathlib import Path


def replace(target: Path, content: bytes) -> None:
    """Write the file in one stroke, readable by all: nobody ever sees half of it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(target)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(temporary).unlink()
        raise
