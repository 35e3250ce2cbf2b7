# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables that people read, and the same as JSON."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from .figures import Figure, Figures
from .measurement import Run
from .plan import Case
from .ways import BULK_FILE, BULK_LIST, SCRIPT, URI_LOOP, WAYS, WORKERS, Way

MISSING = "-"
BEGIN, END = "<!-- tables of make bench: begin -->\n", "<!-- tables of make bench: end -->\n"


def markdown(figures: Figures) -> str:
    """All tables."""
    return "\n".join(
        [
            *introduction(),
            *goals_table(figures),
            *(line for latency in figures.latencies for line in times_table(figures, latency)),
            *costs_table(figures),
        ]
    )


def replace_in(page: Path, tables: str) -> None:
    """Put the tables where a page has some already."""
    before, _begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _old, _end, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n{tables}\n{END}{after}", encoding="utf-8")


def introduction() -> Iterator[str]:
    yield f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()};"
    yield f"{WORKERS} workers; seconds are medians and those of the whole process."
    yield "≈ is extrapolated from smaller sites by the cost of one more item."
    yield ""
    yield from (f"* **{way.key}** {way.title}" for way in WAYS)
    yield ""


def goals_table(figures: Figures) -> Iterator[str]:
    yield "| goal | wanted | measured | |"
    yield "|---|---|---|---|"
    for goal in figures.goals():
        verdict = {True: "met", False: "**not met**", None: "not measured"}[goal.reached]
        yield f"| {goal.text} | {goal.better} {goal.limit:g} | {number(goal.value)} | {verdict} |"
    yield ""


def times_table(figures: Figures, latency_ms: int) -> Iterator[str]:
    yield f"Latency {latency_ms} ms:"
    yield ""
    ratios = ("a / c", "a / c-src", "c / d", "c-src / d")
    yield "| run | users | " + " | ".join([*(way.key for way in WAYS), *ratios]) + " |"
    yield "|---" * (2 + len(WAYS) + len(ratios)) + "|"
    for deed in figures.deeds:
        for size in figures.sizes:
            times = {way: figures.seconds(way, deed, size, latency_ms) for way in WAYS}
            if not any(times.values()):
                continue
            cells = [time(times[way]) for way in WAYS]
            pairs = ((URI_LOOP, BULK_LIST), (URI_LOOP, BULK_FILE), (BULK_LIST, SCRIPT), (BULK_FILE, SCRIPT))
            yield f"| {deed} | {size:,} | " + " | ".join([*cells, *(ratio(times, *pair) for pair in pairs)]) + " |"
    yield ""


def costs_table(figures: Figures) -> Iterator[str]:
    yield "What the server got; the seconds of computing (CPU), which a busy machine spoils least; and the most memory"
    yield "of the module's process and of Ansible's, or the script's, in MB:"
    yield ""
    yield "| run | users | way | requests | writes | connections | CPU | module | process |"
    yield "|---|---|---|---|---|---|---|---|---|"
    latency = figures.latencies[0]
    for deed in figures.deeds:
        for size in figures.sizes:
            for way in WAYS:
                case = Case(way, deed, size, latency)
                run = figures.run(case)
                if run is None:
                    continue
                module = figures.most_module_mb(case) or MISSING
                yield (
                    f"| {deed} | {size:,} | {way.key} | {run.requests:,} | {run.writes:,} | {run.connections:,} "
                    f"| {figures.cpu_seconds(case):.2f} | {module} | {run.process_mb} |"
                )
    yield ""


def time(figure: Figure | None) -> str:
    if figure is None:
        return MISSING
    digits = 0 if figure.seconds >= 100 else 1 if figure.seconds >= 10 else 2
    return ("≈ " if figure.estimated else "") + f"{figure.seconds:,.{digits}f}"


def ratio(times: Mapping[Way, Figure | None], slow: Way, fast: Way) -> str:
    one, other = times[slow], times[fast]
    if one is None or other is None:
        return MISSING
    return ("≈ " if one.estimated or other.estimated else "") + number(one.seconds / other.seconds)


def number(value: float | None) -> str:
    if value is None:
        return MISSING
    return f"{value:,.0f}" if value >= 20 or value == int(value) else f"{value:.2f}"


def as_json(runs: Mapping[Case, Sequence[Run]], figures: Figures) -> str:
    """Every run, and what became of the goals."""
    measured: list[dict[str, Any]] = [
        {
            "way": case.way.key,
            "run": case.deed,
            "users": case.size,
            "latency_ms": case.latency_ms,
            "runs": [run.as_json() for run in repeated],
        }
        for case, repeated in runs.items()
    ]
    goals = [
        {"goal": goal.text, goal.better: goal.limit, "measured": goal.value, "met": goal.reached}
        for goal in figures.goals()
    ]
    machine = {"python": platform.python_version(), "cores": os.cpu_count(), "system": platform.platform()}
    return json.dumps({"machine": machine, "workers": WORKERS, "goals": goals, "measured": measured}, indent=2)
