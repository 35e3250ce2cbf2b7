# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every example in the modules' documentation runs.

``examples/PLATFORM.yml`` says what the examples take for granted (``before``), what their variables hold (``vars``),
the address that stands for the server (``server``), the files they mention (``files``), and knobs of the simulator
(``config``).
"""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from running import play

from simulator.testing import RunningSimulator
from tools.layout import CLONE

WORLDS = Path(__file__).resolve().parent / "examples"
MODULES = CLONE / "plugins" / "modules"
#: one play of all modules of a platform would outlast its time limit
PER_PLAY = 15


def examples_of(module: Path) -> list[dict[str, Any]]:
    for node in ast.parse(module.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "EXAMPLES":
            return list(yaml.safe_load(ast.literal_eval(node.value)))
    raise AssertionError(f"{module.stem} has no EXAMPLES")


def on_this_machine(value: Any, replacements: dict[str, str]) -> Any:
    """The same with the addresses and paths of the documentation replaced."""
    text = json.dumps(value)
    for shown, real in replacements.items():
        text = text.replace(json.dumps(shown)[1:-1], json.dumps(real)[1:-1])
    return json.loads(text)


def one_module(
    module: str, tasks: list[dict[str, Any]], url: str, state: Path, config: dict[str, Any]
) -> list[dict[str, Any]]:
    """Tasks that go back to the prepared state, run a module's examples, and note what failed."""
    reset = {
        "name": f"Prepare for the examples of {module}",
        "ansible.builtin.uri": {"url": f"{url}/_sim/reset", "method": "POST", "src": str(state)},
    }
    failed = {
        "name": f"Note what failed in the examples of {module}",
        "ansible.builtin.set_fact": {
            "failures": "{{ failures + [ansible_failed_task.name ~ ': ' ~ ansible_failed_result.msg | default('')] }}"
        },
    }
    knobs = {
        "name": f"Set the knobs for the examples of {module}",
        "ansible.builtin.uri": {
            "url": f"{url}/_sim/config",
            "method": "POST",
            "body_format": "json",
            "body": config,
        },
    }
    return [{"block": [reset, *([knobs] if config else []), *tasks], "rescue": [failed], "name": module}]


@pytest.mark.parametrize("world_file", sorted(WORLDS.glob("*.yml")), ids=lambda path: path.stem)
def test_the_examples_of_a_platform_run(tmp_path: Path, simulator: RunningSimulator, world_file: Path) -> None:
    world = yaml.safe_load(world_file.read_text())
    replacements = {world["server"]: simulator.url}
    for number, (shown, content) in enumerate((world.get("files") or {}).items()):
        real = tmp_path / f"{number}{Path(shown).suffix}"
        real.write_text(content)
        replacements[shown] = str(real)
    connection = {"url": simulator.url, **world.get("connection", {"username": "superadmin", "password": "rehearsal"})}
    play_head = {
        "hosts": "localhost",
        "gather_facts": False,
        "vars": {**world["vars"], "failures": []},
        "module_defaults": {f"group/dialtone.voip.{world_file.stem}": connection},
    }

    simulator.reset(world.get("seed", "empty"))
    prepared = play(tmp_path, [{**play_head, "tasks": on_this_machine(world["before"], replacements)}])
    assert prepared.exit_code == 0, prepared.output
    state = tmp_path / "state.json"
    state.write_text(json.dumps({"seed": simulator.state()}))

    modules = sorted(MODULES.glob(f"{world_file.stem}_*.py"))
    assert len(modules) > 0
    for start in range(0, len(modules), PER_PLAY):
        tasks: list[dict[str, Any]] = []
        for module in modules[start : start + PER_PLAY]:
            examples = on_this_machine(examples_of(module), replacements)
            tasks += one_module(module.stem, examples, simulator.url, state, world.get("config", {}))
        all_of_them_work(tmp_path, play_head, tasks)


def all_of_them_work(tmp_path: Path, play_head: dict[str, Any], tasks: list[dict[str, Any]]) -> None:
    verdict = {
        "name": "All of them worked",
        "ansible.builtin.assert": {"that": "failures == []", "fail_msg": "{{ failures }}"},
    }
    run = play(tmp_path, [{**play_head, "tasks": [*tasks, verdict]}])
    assert run.exit_code == 0, run.output[-4000:]
