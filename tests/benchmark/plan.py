# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured, and in which order, so that what matters most is there when the time is up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .ways import BULK_FILE, BULK_LIST, IDLE, MODULE_LOOP, SCRIPT, URI_LOOP, Way

CREATE = "create"
NOTHING = "nothing to do"
DRIFT = "1 % drift"
DEEDS = (CREATE, NOTHING, DRIFT)

BULK = (BULK_FILE, SCRIPT, BULK_LIST, IDLE)
LOOPS = (URI_LOOP, MODULE_LOOP)


@dataclass(frozen=True)
class Case:
    """One thing to measure."""

    way: Way
    deed: str
    size: int
    latency_ms: int


@dataclass(frozen=True)
class Scope:
    """How much is measured.

    :param sizes: of the sites that bulk ways provision.
    :param large: sizes that come last, because they take longest.
    :param loops: sizes that loops provision.
    :param latencies: of the server, in milliseconds.
    """

    sizes: Sequence[int] = (10, 100, 1000)
    large: Sequence[int] = (10_000,)
    loops: Sequence[int] = (10, 100)
    latencies: Sequence[int] = (0, 50)


def cases(scope: Scope) -> Iterator[Case]:
    """Everything once."""
    yield Case(BULK_FILE, NOTHING, 1, 0)
    for latency in scope.latencies:
        yield from combined(BULK, scope.sizes, latency)
    yield from combined(LOOPS, scope.loops, 0)
    yield from combined(BULK, scope.large, 0)
    for latency in scope.latencies:
        if latency:
            yield from combined(LOOPS, scope.loops, latency)
    for latency in scope.latencies:
        if latency:
            yield from combined(BULK, scope.large, latency)


def combined(ways: Sequence[Way], sizes: Sequence[int], latency_ms: int) -> Iterator[Case]:
    for size in sizes:
        for way in ways:
            for deed in (NOTHING,) if way.idle else DEEDS:
                yield Case(way, deed, size, latency_ms)
