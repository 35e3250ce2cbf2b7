# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server starts from: a named seed, a seed file or a state, and how much more of it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

#: ``empty`` is a freshly installed server or a new account; ``demo`` adds only what no API can create. Each twin
#: makes its own part of them.
NAMED_SEEDS = ("empty", "demo")

Seed = str | Mapping[str, Mapping[str, Any]]


class SeedError(ValueError):
    """A seed that names something that does not exist, or has not the form of a state."""


def checked_seed(seed: Any, platforms: Collection[str]) -> Seed:
    """A seed as it came from outside, if it can be one.

    :param seed: a name, or a mapping of platforms to states as the control call ``state`` returns it
    :param platforms: the names of the platforms that are simulated
    :raises SeedError: with what is wrong
    """
    if isinstance(seed, str):
        if seed not in NAMED_SEEDS:
            raise SeedError(f"there is no seed {seed!r}; the seeds are: {', '.join(NAMED_SEEDS)}")
        return seed
    if not isinstance(seed, Mapping):
        raise SeedError("a seed is a name or an object of the form that /_sim/state returns")
    for platform, state in seed.items():
        if platform not in platforms:
            raise SeedError(f"the seed has an unknown platform {platform!r}; there are: {', '.join(platforms)}")
        if not isinstance(state, Mapping):
            raise SeedError(f"the seed's state of {platform} is not an object")
    return seed


def seed_for(seed: Seed, platform: str) -> str | Mapping[str, Any]:
    """One platform's part of a seed; a platform that an inline seed does not mention starts empty."""
    return seed if isinstance(seed, str) else seed.get(platform, "empty")


def read_seed(name_or_file: str) -> Any:
    """What the command line's ``--seed`` means.

    :param name_or_file: the name of a seed, or the path of a JSON file that holds a state
    :raises SeedError: if the file cannot be read or is not JSON
    """
    if name_or_file in NAMED_SEEDS:
        return name_or_file
    try:
        return json.loads(Path(name_or_file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        names = ", ".join(NAMED_SEEDS)
        raise SeedError(f"{name_or_file!r} is neither a seed ({names}) nor a JSON file: {error}") from None


def parse_scale(text: str) -> dict[str, int]:
    """What the command line's ``--scale`` means.

    :param text: ``users=1000``, or several of them with commas between
    :raises ValueError: if it has not that form
    """
    scale = {}
    for item in text.split(","):
        kind, equals, number = item.strip().partition("=")
        if not kind or not equals or not number.isascii() or not number.isdigit():
            raise ValueError(f"{item!r} does not have the form users=1000")
        scale[kind] = int(number)
    return scale
