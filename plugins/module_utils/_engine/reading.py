# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading what no listing shows, a few calls at a time."""

from __future__ import annotations

import typing as t
from concurrent.futures import ThreadPoolExecutor

_AT_ONCE = 4

Thing = t.TypeVar("Thing")
Found = t.TypeVar("Found")


def read_each(read: t.Callable[[Thing], Found], things: t.Iterable[Thing]) -> list[Found]:
    """What ``read`` finds for each thing, in their order. :raises: what the first call that fails raises."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(read, things))
