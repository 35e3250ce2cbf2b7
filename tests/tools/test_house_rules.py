# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations

from pathlib import Path

import pytest

from tools.house_rules import problems

HEADER = """# GNU General Public License v3.0+ (see LICENSE)
# SPDX-License-Identifier: GPL-3.0-or-later
"""
MODULE = '''
DOCUMENTATION = """
module: sipx_user
version_added: 0.1.0
extends_documentation_fragment: [dialtone.voip.attributes]
"""
EXAMPLES = "- name: Make a user"
RETURN = "user: {type: dict}"
'''
GOOD_TREE = {
    "plugins/modules/sipx_user.py": HEADER + MODULE,
    "meta/runtime.yml": "action_groups: {sipx: [sipx_user]}",
    "roles/sipx_site/meta/argument_specs.yml": "argument_specs: {}",
}


def found_in_tree(root: Path, tree: dict[str, str]) -> list[str]:
    for name, text in tree.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return problems(root, set(tree))


def test_a_good_tree_has_no_problems(tmp_path: Path) -> None:
    assert found_in_tree(tmp_path, GOOD_TREE) == []


@pytest.mark.parametrize(
    ("name", "text", "objection"),
    [
        ("tools/long.py", HEADER + "x = 1\n" * 599, "has 601 lines"),
        ("docs/install.md", "cd /" + "home/anna/voip", "path of somebody's machine"),
        ("Makefile", "pip install -i https://pypi" + ".org/simple x", "host of a package registry"),
        ("docs/plan.md", "TO" + "DO: write this", "unfinished work"),
        ("plugins/module_utils/x.py", "x = 1", "the licence header is missing"),
        ("tests/sanity/ignore-2.19.txt", "plugins/modules/x.py pep8\n", "satisfied, not ignored"),
        ("meta/runtime.yml", "action_groups: {}", "module sipx_user is in no action group"),
        ("meta/runtime.yml", "action_groups: {sipx: [sipx_user, sipx_ghost]}", "sipx_ghost that does not exist"),
    ],
)
def test_a_violation_is_named(tmp_path: Path, name: str, text: str, objection: str) -> None:
    (problem,) = found_in_tree(tmp_path, {**GOOD_TREE, name: text})
    assert objection in problem


@pytest.mark.parametrize(
    ("old", "new", "block"),
    [
        ("version_added: 0.1.0", "", "version_added"),
        ("- name: Make a user", " ", "EXAMPLES"),
        ("user: {type: dict}", "", "RETURN"),
        ("dialtone.voip.attributes", "dialtone.voip.connection", "attributes"),
    ],
)
def test_an_incomplete_documentation_is_named(tmp_path: Path, old: str, new: str, block: str) -> None:
    name = "plugins/modules/sipx_user.py"
    tree = {**GOOD_TREE, name: GOOD_TREE[name].replace(old, new)}
    assert found_in_tree(tmp_path, tree) == [f"module sipx_user has no {block}"]


def test_a_role_needs_argument_specs(tmp_path: Path) -> None:
    tree = {**GOOD_TREE, "roles/site/tasks/main.yml": "[]"}
    assert found_in_tree(tmp_path, tree) == ["role site has no meta/argument_specs.yml"]


def test_web_paths_are_no_machine_paths(tmp_path: Path) -> None:
    tree = {**GOOD_TREE, "docs/api.md": "see https://example.com/work/items and GET {base}/home/x"}
    assert found_in_tree(tmp_path, tree) == []
