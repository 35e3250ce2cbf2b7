# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The closing lines of a step, which `make test` reads again for its summary."""

from __future__ import annotations

from pathlib import Path

SKIPPED = "skipped: "


def skip(reason: str) -> int:
    """A step without anything to do says so and does not fail."""
    print(SKIPPED + reason, flush=True)
    return 0


def heading(text: str) -> None:
    print(f"\n=== {text}", flush=True)


def plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def counts(passed: int, failed: int, skipped: int = 0) -> str:
    """The plain form that any reader of test logs understands."""
    return f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else "")


def has_files(folder: Path, pattern: str) -> bool:
    return any(folder.rglob(pattern))
