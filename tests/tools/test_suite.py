# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tools import processes, suite
from tools.suite import Step, main, next_step


def underway(cores: int) -> Any:
    return SimpleNamespace(step=Step("running", (), cores))


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(suite.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(suite, "workspace", lambda: tmp_path)


def test_a_wide_step_runs_alone_and_narrow_ones_in_pairs() -> None:
    wide, narrow = Step("wide", (), 2), Step("narrow", ())
    assert next_step([wide, narrow], []) is wide
    assert next_step([narrow], [underway(2)]) is None
    assert next_step([wide, narrow], [underway(1)]) is narrow
    assert next_step([narrow], [underway(1), underway(1)]) is None


def test_a_step_wider_than_the_machine_still_runs() -> None:
    step = Step("wide", (), 8)
    assert next_step([step], []) is step


def stand_ins(monkeypatch: pytest.MonkeyPatch, **outcomes: tuple[str, int]) -> None:
    monkeypatch.setattr(suite, "STEPS", tuple(Step(name, outcome) for name, outcome in outcomes.items()))  # type: ignore[arg-type]

    def start(step: Step, log: Path) -> suite.Run:
        output, exit_code = step.arguments
        log.write_text(output)
        return suite.Run(step, log, processes.start(["sh", "-c", f"exit {exit_code}"], cwd=log.parent))

    monkeypatch.setattr(suite, "begin", start)
    monkeypatch.setattr(suite, "supervised", NoSupervision)


class NoSupervision:
    """The test's own process must survive."""

    def __init__(self, grace_s: float) -> None:
        pass

    def __enter__(self) -> None:
        pass

    def __exit__(self, *failure: object) -> None:
        pass


@pytest.mark.parametrize(
    ("output", "exit_code", "result", "suite_exit_code"),
    [
        ("2 passed, 0 failed", 0, "passed", 0),
        ("2 passed, 0 failed", 1, "FAILED", 1),
        ("skipped: no tests yet", 0, "skipped", 0),
        ("All targets skipped", 0, "FAILED", 1),
        ("0 passed, 0 failed", 0, "FAILED", 1),
    ],
)
def test_a_step_is_judged_by_exit_code_and_words(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    output: str,
    exit_code: int,
    result: str,
    suite_exit_code: int,
) -> None:
    stand_ins(monkeypatch, only=(output, exit_code))
    assert main([]) == suite_exit_code
    assert f"\n{result:<8} only" in capsys.readouterr().out


def test_an_unknown_step_is_refused() -> None:
    assert main(["no-such-step"]) == 2
