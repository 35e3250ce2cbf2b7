# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeds and scales: what the command line and the control calls make of them."""

from __future__ import annotations

import pytest

from simulator.core.simulation import Simulation
from simulator.seeds import SeedError, checked_seed, parse_scale, read_seed, seed_for


def test_a_named_seed_is_every_platforms_seed():
    assert seed_for("demo", "notes") == "demo"


def test_an_inline_seed_leaves_the_other_platforms_empty():
    seed = {"notes": {"notes": {}}}
    assert checked_seed(seed, ["notes", "other"]) == seed
    assert seed_for(seed, "notes") == {"notes": {}}
    assert seed_for(seed, "other") == "empty"


@pytest.mark.parametrize(
    ("seed", "says"),
    [
        ("nonesuch", "there is no seed 'nonesuch'; the seeds are: empty, demo"),
        (5, "a seed is a name or an object of the form that /_sim/state returns"),
        ({"nonesuch": {}}, "the seed has an unknown platform 'nonesuch'; there are: notes, other"),
        ({"notes": "demo"}, "the seed's state of notes is not an object"),
    ],
)
def test_what_is_no_seed_is_refused(seed, says):
    with pytest.raises(SeedError) as refused:
        checked_seed(seed, ["notes", "other"])
    assert str(refused.value) == says


def test_a_seed_can_come_from_a_file(tmp_path):
    file = tmp_path / "seed.json"
    file.write_text('{"notes": {"notes": {"a": "b"}}}')
    assert read_seed(str(file)) == {"notes": {"notes": {"a": "b"}}}
    assert read_seed("demo") == "demo"


def test_a_file_that_is_no_seed_is_refused(tmp_path):
    with pytest.raises(SeedError, match=r"'nonesuch' is neither a seed .empty, demo. nor a JSON file: .*No such file"):
        read_seed("nonesuch")
    file = tmp_path / "seed.json"
    file.write_text("{")
    with pytest.raises(SeedError, match="nor a JSON file: Expecting"):
        read_seed(str(file))


def test_a_scale_names_kinds_and_numbers():
    assert parse_scale("users=1000") == {"users": 1000}
    assert parse_scale("users=10, phones=0") == {"users": 10, "phones": 0}


@pytest.mark.parametrize("text", ["", "users", "users=", "=5", "users=-1", "users=1.5", "users=1,", "users=²"])
def test_what_is_no_scale_is_refused(text):
    with pytest.raises(ValueError, match="does not have the form users=1000"):
        parse_scale(text)


@pytest.mark.parametrize(
    ("seed", "scales"),
    [
        ("demo", [{"users": 10}, {"users": 10}]),
        ({"notes": {"notes": {}}}, [{}, {"users": 10}]),
    ],
)
def test_the_scale_is_made_on_top_of_named_seeds_only_so_that_a_state_stays_itself(toy_twins, seed, scales):
    simulation = Simulation(seed, {"users": 10}, toy_twins)
    assert [twin.scale for twin in simulation.twins.values()] == scales
    simulation.reset("empty")
    assert [twin.scale for twin in simulation.twins.values()] == [{"users": 10}, {"users": 10}]


def test_a_simulation_can_start_from_a_state(toy_twins):
    simulation = Simulation({"notes": {"notes": {"a": "b"}}}, None, toy_twins)
    assert simulation.state() == {"notes": {"notes": {"a": "b"}}, "other": {"notes": {}}}
    with pytest.raises(SeedError, match="cannot be loaded: KeyError: 'notes'"):
        Simulation({"notes": {}}, None, toy_twins)
