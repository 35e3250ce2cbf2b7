# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `make bench` makes of its measurements; nothing is measured here."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmark import report
from benchmark.figures import Figure, Figures, Goal
from benchmark.measurement import Run
from benchmark.plan import CREATE, DRIFT, NOTHING, Case, Scope, cases
from benchmark.site import changes, site, site_file
from benchmark.ways import BULK_FILE, BULK_LIST, IDLE, SCRIPT, URI_LOOP, WAYS


def took(*seconds: float, requests: int = 1) -> list[Run]:
    return [Run(one, one, requests, 0, 1, 40, 60) for one in seconds]


def test_the_median_of_the_runs_is_told() -> None:
    figures = Figures({Case(SCRIPT, NOTHING, 10, 0): took(1.0, 9.0, 2.0)})
    assert figures.seconds(SCRIPT, NOTHING, 10, 0) == Figure(2.0)


def test_a_loop_is_extrapolated_by_the_cost_of_one_more_item_and_marked() -> None:
    runs = {Case(URI_LOOP, NOTHING, 10, 0): took(6.0), Case(URI_LOOP, NOTHING, 100, 0): took(51.0)}
    figures = Figures(runs)
    assert figures.seconds(URI_LOOP, NOTHING, 1000, 0) == Figure(501.0, estimated=True)
    assert figures.seconds(URI_LOOP, NOTHING, 1000, 50) is None
    assert figures.seconds(URI_LOOP, NOTHING, 100, 0) == Figure(51.0)


def test_what_is_not_a_loop_is_never_extrapolated() -> None:
    figures = Figures({Case(SCRIPT, NOTHING, 10, 0): took(1.0), Case(SCRIPT, NOTHING, 100, 0): took(2.0)})
    assert figures.seconds(SCRIPT, NOTHING, 1000, 0) is None


@pytest.mark.parametrize(
    ("goal", "reached"),
    [
        (Goal("", 100, 120.0, "at least"), True),
        (Goal("", 100, 80.0, "at least"), False),
        (Goal("", 1.2, 1.1), True),
        (Goal("", 1.2, 1.3), False),
        (Goal("", 1.2, None), None),
    ],
)
def test_a_goal_is_reached_or_not_or_unknown(goal: Goal, reached: bool | None) -> None:
    assert goal.reached is reached


def test_goals_are_ratios_of_one_run() -> None:
    runs = {
        Case(BULK_LIST, NOTHING, 1000, 0): took(4.0),
        Case(IDLE, NOTHING, 1000, 0): took(5.0),
        Case(BULK_FILE, NOTHING, 1000, 0): took(2.0, requests=2),
        Case(BULK_FILE, DRIFT, 1000, 0): took(2.0, requests=13),
        Case(BULK_FILE, NOTHING, 10, 0): took(1.01),
    }
    values = {goal.text: goal.value for goal in Figures(runs).goals()}
    assert (
        values["nothing to do, 1,000 users: plural module with variables / module that does nothing with them"] == 0.8
    )
    assert values["1 % drift of 1,000 users: requests besides the listing and the changed objects"] == 1
    assert values["one more unchanged item with src, ms"] == pytest.approx(1.0)
    assert values["nothing to do, 1,000 users: uri loop / plural module with src"] is None


def test_the_tables_name_every_way_and_every_goal() -> None:
    runs = {case: took(1.0) for case in cases(Scope(sizes=(10,), large=(), loops=(10,), latencies=(0,)))}
    figures = Figures(runs)
    text = report.markdown(figures)
    for way in WAYS:
        assert way.title in text
    for goal in figures.goals():
        assert goal.text in text
    assert '"met"' in report.as_json(runs, figures)


def test_everything_is_measured_once() -> None:
    planned = list(cases(Scope()))
    assert len(planned) == len(set(planned))
    assert {case.size for case in planned if case.way.loop} == {10, 100}
    assert {case.size for case in planned if case.way is SCRIPT} == {10, 100, 1000, 10_000}
    assert {case.deed for case in planned if case.way is IDLE} == {NOTHING}
    assert Case(BULK_FILE, CREATE, 1000, 50) in planned


def test_a_drifted_site_differs_in_one_user_of_a_hundred(tmp_path: Path) -> None:
    plain, drifted = site(1000), site(1000, drifted=True)
    assert sum(one != other for one, other in zip(plain, drifted, strict=True)) == changes(1000) == 10
    assert changes(10) == 1
    assert site_file(tmp_path, 10, drifted=True).exists()


def test_a_page_keeps_its_text_around_the_tables(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{report.BEGIN}old\n{report.END}after\n")
    for tables in ("new", "newer"):
        report.replace_in(page, tables)
    assert page.read_text() == f"before\n{report.BEGIN}\nnewer\n{report.END}after\n"
