# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Imports point down: modules, platforms, glue, engine, model; transport beside them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"
UTILS = PLUGINS / "module_utils"
PREFIX = "ansible_collections.dialtone.voip.plugins.module_utils."
FOUNDATIONS = {
    "_model": {"_model"},
    "_http": {"_http", "_model"},
    "_codec": {"_codec", "_http", "_model"},
    "_engine": {"_engine", "_model"},
    "_ansible": {"_ansible", "_engine", "_http", "_model"},
}
PLATFORMS = sorted(
    path.name for path in UTILS.iterdir() if path.is_dir() and path.name.startswith("_") and path.name[1] != "_"
)
PLATFORMS = [name for name in PLATFORMS if name not in FOUNDATIONS]


def imported(path: Path) -> Iterator[str]:
    """Names of the folders of module_utils that a file imports from."""
    depth = path.relative_to(UTILS).parts if UTILS in path.parents else ()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = depth[: len(depth) - node.level]
            yield (base + tuple((node.module or "").split(".")))[0]
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PREFIX):
            yield (node.module or "").removeprefix(PREFIX).split(".")[0]


def files_of(folder: str) -> list[Path]:
    return sorted((UTILS / folder).rglob("*.py"))


@pytest.mark.parametrize("folder", sorted(FOUNDATIONS))
def test_a_foundation_imports_only_what_lies_below_it(folder: str) -> None:
    for path in files_of(folder):
        assert set(imported(path)) <= FOUNDATIONS[folder], path


@pytest.mark.parametrize("folder", PLATFORMS)
def test_a_platform_imports_no_other_platform(folder: str) -> None:
    assert files_of(folder)
    for path in files_of(folder):
        assert not set(imported(path)) & (set(PLATFORMS) - {folder}), path


def test_only_the_transport_and_the_codecs_know_the_network_libraries() -> None:
    for path in sorted(UTILS.rglob("*.py")):
        if path.relative_to(UTILS).parts[0] in ("_http", "_codec"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names = {alias.name.split(".")[0] for alias in node.names}
                assert not names & {"requests", "urllib3", "lxml", "http", "socket"}, path


def test_a_module_is_its_documentation_and_a_few_lines() -> None:
    for path in sorted((PLUGINS / "modules").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
        code = [node for node in tree.body if not isinstance(node, (ast.Assign, ast.Import, ast.ImportFrom))]
        lines = sum((node.end_lineno or 0) - node.lineno + 1 for node in code)
        assert [function.name for function in functions] == ["main"], path
        assert lines <= 12, f"{path.name} has {lines} lines of code"
