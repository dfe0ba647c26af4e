"""Lets Django find the bundles, building them first where a source has changed."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

from lapor.ui import bundle


class BundleFinder(BaseFinder):
    """Finds `ui/portal.css` and its like."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.storage = FileSystemStorage(location=bundle.output())

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        if path not in bundle.names():
            return []
        bundle.build_if_stale()
        found = str(bundle.output() / path)
        return [found] if find_all else found

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        bundle.build_if_stale()
        for name in bundle.names():
            yield name, self.storage
