# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The integration targets, and how they are spread over shards."""

from __future__ import annotations

import fnmatch
import json
from pathlib import Path

from tools.layout import CLONE, workspace

TARGETS = CLONE / "tests" / "integration" / "targets"
# ansible-test runs these only on behalf of another target.
HELPER_PREFIXES = ("setup_", "prepare_")
# What a target costs that does nothing, and how much YAML keeps Ansible busy for a second.
START_S = 2.0
BYTES_PER_SECOND = 700.0


class UnknownTargetError(Exception):
    """No target has this name."""


def all_targets() -> list[str]:
    """Every folder with something to run; that each of them was run is what the runner proves."""
    if not TARGETS.is_dir():
        return []
    return sorted(folder.name for folder in TARGETS.iterdir() if folder.is_dir() and not is_helper(folder))


def is_helper(folder: Path) -> bool:
    aliases = folder / "aliases"
    return folder.name.startswith(HELPER_PREFIXES) or (aliases.exists() and "hidden" in aliases.read_text().split())


def chosen_targets(patterns: list[str]) -> list[str]:
    known = all_targets()
    if not patterns:
        return known
    chosen: set[str] = set()
    for pattern in patterns:
        matching = fnmatch.filter(known, pattern)
        if not matching:
            raise UnknownTargetError(f"no integration target is called {pattern}; there are: {', '.join(known)}")
        chosen.update(matching)
    return sorted(chosen)


def spread(targets: list[str], shards: int) -> list[list[str]]:
    """The longest first, each to the shard that has the least to do."""
    costs = {target: cost(target) for target in targets}
    spread_targets: list[list[str]] = [[] for number in range(min(shards, len(targets)))]
    for target in sorted(targets, key=lambda name: -costs[name]):
        min(spread_targets, key=lambda shard: sum(costs[name] for name in shard)).append(target)
    return spread_targets


def cost(target: str) -> float:
    """Seconds, from the last run on this machine or else guessed from the size of the tasks."""
    if target in known_seconds():
        return START_S + known_seconds()[target]
    size = sum(path.stat().st_size for path in (TARGETS / target).rglob("*.yml"))
    return START_S + size / BYTES_PER_SECOND


def known_seconds() -> dict[str, float]:
    try:
        return json.loads(seconds_file().read_text())
    except (FileNotFoundError, json.JSONDecodeError):
        return {}


def remember_seconds(seconds: dict[str, float]) -> None:
    seconds_file().write_text(json.dumps({**known_seconds(), **seconds}))


def seconds_file() -> Path:
    return workspace() / "integration-seconds.json"
