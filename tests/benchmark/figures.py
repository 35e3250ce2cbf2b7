# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""From runs to the numbers that are told: medians, extrapolations, ratios, goals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from .measurement import Run
from .plan import CREATE, DEEDS, DRIFT, NOTHING, Case
from .site import changes
from .ways import BULK_FILE, BULK_LIST, IDLE, SCRIPT, URI_LOOP, Way


@dataclass(frozen=True)
class Figure:
    """The seconds of a case, and whether they were extrapolated from smaller sites."""

    seconds: float
    estimated: bool = False


@dataclass(frozen=True)
class Goal:
    """A goal; ``reached`` is ``None`` where something was not measured.

    :param better: whether more is better.
    """

    text: str
    limit: float
    value: float | None
    better: str = "at most"

    @property
    def reached(self) -> bool | None:
        if self.value is None:
            return None
        return self.value >= self.limit if self.better == "at least" else self.value <= self.limit


class Figures:
    """
    :param runs: all runs of each case.
    """

    def __init__(self, runs: Mapping[Case, Sequence[Run]]) -> None:
        self._runs = runs

    def seconds(self, way: Way, deed: str, size: int, latency_ms: int) -> Figure | None:
        """The median, or what the smaller sites let expect; ``None`` where they do not either."""
        runs = self._runs.get(Case(way, deed, size, latency_ms))
        if runs:
            return Figure(median(run.seconds for run in runs))
        return self._extrapolated(way, deed, size, latency_ms) if way.loop else None

    def _extrapolated(self, way: Way, deed: str, size: int, latency_ms: int) -> Figure | None:
        """A loop costs the same for each further item."""
        known = sorted(
            case.size
            for case in self._runs
            if (case.way, case.deed, case.latency_ms) == (way, deed, latency_ms) and case.size < size
        )
        if len(known) < 2:
            return None
        at_most = self.seconds(way, deed, known[-1], latency_ms)
        an_item = self.an_item(way, deed, latency_ms, known[0], known[-1])
        if at_most is None or an_item is None:
            return None
        return Figure(at_most.seconds + (size - known[-1]) * an_item, estimated=True)

    def an_item(self, way: Way, deed: str, latency_ms: int, small: int, large: int) -> float | None:
        """Seconds of one more item, between two sizes."""
        one, other = (self._runs.get(Case(way, deed, size, latency_ms)) for size in (small, large))
        if not one or not other:
            return None
        difference = median(run.seconds for run in other) - median(run.seconds for run in one)
        return difference / (large - small)

    def ratio(self, slow: tuple[Way, str, int, int], fast: tuple[Way, str, int, int]) -> float | None:
        one, other = self.seconds(*slow), self.seconds(*fast)
        return one.seconds / other.seconds if one and other else None

    def run(self, case: Case) -> Run | None:
        """The first run of a case, for what does not vary."""
        runs = self._runs.get(case)
        return runs[0] if runs else None

    def cpu_seconds(self, case: Case) -> float:
        return median(run.cpu_seconds for run in self._runs[case])

    def most_module_mb(self, case: Case) -> int | None:
        runs = self._runs.get(case)
        return max(run.module_mb for run in runs) if runs else None

    @property
    def sizes(self) -> list[int]:
        return sorted({case.size for case in self._runs if case.size > 1})

    @property
    def latencies(self) -> list[int]:
        return sorted({case.latency_ms for case in self._runs})

    @property
    def deeds(self) -> list[str]:
        return [deed for deed in DEEDS if any(case.deed == deed for case in self._runs)]

    def goals(self) -> list[Goal]:
        """What the goals came to; they are ratios, because times are the machine's."""
        # Between small sites the noise would be larger than what an item costs.
        largest = max([1000, *self.sizes])
        quiet = (NOTHING, 1000, 0)
        per_item = {way: self.an_item(way, NOTHING, 0, 10, largest) for way in (BULK_LIST, BULK_FILE)}
        drift = self.run(Case(BULK_FILE, DRIFT, 1000, 0))
        still = self.run(Case(BULK_FILE, NOTHING, 1000, 0))
        extra = drift.requests - still.requests - changes(1000) if drift and still else None
        return [
            Goal(
                "nothing to do, 1,000 users: uri loop / plural module with variables",
                100,
                self.ratio((URI_LOOP, *quiet), (BULK_LIST, *quiet)),
                "at least",
            ),
            Goal(
                "nothing to do, 1,000 users: uri loop / plural module with src",
                200,
                self.ratio((URI_LOOP, *quiet), (BULK_FILE, *quiet)),
                "at least",
            ),
            Goal(
                "nothing to do, 1,000 users: plural module with variables / module that does nothing with them",
                1.2,
                self.ratio((BULK_LIST, *quiet), (IDLE, *quiet)),
            ),
            Goal(
                "nothing to do, with src: 1,000 users / one user",
                1.3,
                self.ratio((BULK_FILE, *quiet), (BULK_FILE, NOTHING, 1, 0)),
            ),
            Goal(
                "nothing to do, with src: 10,000 users / 10 users",
                2.0,
                self.ratio((BULK_FILE, NOTHING, 10_000, 0), (BULK_FILE, NOTHING, 10, 0)),
            ),
            Goal(
                "create 1,000 users at 50 ms: plural module with src / bare script",
                1.4,
                self.ratio((BULK_FILE, CREATE, 1000, 50), (SCRIPT, CREATE, 1000, 50)),
            ),
            Goal("one more unchanged item with src, ms", 0.5, in_ms(per_item[BULK_FILE])),
            Goal("one more unchanged item with variables, ms", 3.0, in_ms(per_item[BULK_LIST])),
            Goal("1 % drift of 1,000 users: requests besides the listing and the changed objects", 1, extra),
            Goal(
                "memory of the module process, 10,000 users with variables, MB",
                300,
                self.most_module_mb(Case(BULK_LIST, NOTHING, 10_000, 0)),
            ),
            Goal(
                "memory of the module process, 10,000 users created with src, MB",
                300,
                self.most_module_mb(Case(BULK_FILE, CREATE, 10_000, 0)),
            ),
        ]


def in_ms(seconds: float | None) -> float | None:
    return None if seconds is None else 1000 * seconds
