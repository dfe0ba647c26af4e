"""A driver that does not start is mended where we may, else explained; no test is left out in silence."""

from pathlib import Path

import pytest

from lapor.config.command import browser
from lapor.config.command.places import Places
from lapor.config.command.terminal import Problem


@pytest.fixture
def broken(tmp_path: Path) -> tuple[Places, Path]:
    """A checkout whose driver lacks a library."""
    driver = tmp_path / ".venv/lib/python3.11/site-packages/playwright/driver/node"
    driver.parent.mkdir(parents=True)
    driver.write_text("#!/bin/sh\nexit 127\n")
    driver.chmod(0o755)
    return Places.of(tmp_path), driver


def test_what_the_driver_lacks_is_installed(
    broken: tuple[Places, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    places, driver = broken
    asked: list[tuple[str, ...]] = []

    def install(packages: tuple[str, ...], _prefix: tuple[str, ...]) -> bool:
        asked.append(packages)
        driver.write_text("#!/bin/sh\necho v24\n")
        return True

    monkeypatch.setattr(browser, "install_by_apt", install)
    monkeypatch.setattr(browser, "_prefix_for_root", lambda: ())
    browser._provide_driver(places)
    browser._provide_driver(places)
    assert asked == [("libatomic1",)]


def test_who_may_not_install_is_told_what_to_do(
    broken: tuple[Places, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "_prefix_for_root", lambda: None)
    with pytest.raises(Problem) as problem:
        browser._provide_driver(broken[0])
    assert "sudo apt install libatomic1" in problem.value.advice
