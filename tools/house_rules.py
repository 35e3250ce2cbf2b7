# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of this repository that no linter knows: `python -m tools.house_rules`.

Each rule is a function from the tree to the sentences that say what is wrong.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.collection import ModuleDocumentation, grouped_modules, module_files, role_folders
from tools.layout import CLONE
from tools.reporting import counts
from tools.stage import clone_files

LONGEST_PYTHON_FILE = 600
HEADER_LINES = 12
LICENSE_LINES = ("GNU General Public License v3.0+", "SPDX-License-Identifier: GPL-3.0-or-later")
BINARY_SUFFIXES = {".gz", ".ico", ".jpg", ".png", ".wav"}

# Each pattern is spelled so that it does not find itself.
MACHINE_PATH = re.compile(r"(?<![\w.}])/(?:work|home|root|Users)/[\w.]")
PACKAGE_REGISTRY = re.compile(r"\b(?:pypi[.]org|pythonhosted[.]org|npmjs[.]org|deb[.]debian[.]org)\b")
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|X[X]X|NotImplemented[E]rror)\b")


@dataclass(frozen=True)
class Tree:
    """The files under judgement."""

    root: Path
    names: frozenset[str]

    def python_files(self) -> Iterator[tuple[str, str]]:
        return ((name, text) for name, text in self.text_files() if name.endswith(".py"))

    def text_files(self) -> Iterator[tuple[str, str]]:
        for name in sorted(self.names):
            path = self.root / name
            if path.is_file() and path.suffix not in BINARY_SUFFIXES and name != "LICENSE":
                yield name, path.read_text(encoding="utf-8", errors="replace")


def short_files(tree: Tree) -> Iterator[str]:
    for name, text in tree.python_files():
        length = len(text.splitlines())
        if length > LONGEST_PYTHON_FILE:
            yield f"{name} has {length} lines; {LONGEST_PYTHON_FILE} are the limit: one subject a file"


def no_machine_paths(tree: Tree) -> Iterator[str]:
    yield from found_lines(tree, MACHINE_PATH, "path of somebody's machine")


def no_package_registries(tree: Tree) -> Iterator[str]:
    yield from found_lines(tree, PACKAGE_REGISTRY, "host of a package registry; the installer's configuration knows it")


def nothing_unfinished(tree: Tree) -> Iterator[str]:
    yield from found_lines(tree, UNFINISHED, "unfinished work belongs in an issue")


def found_lines(tree: Tree, pattern: re.Pattern[str], objection: str) -> Iterator[str]:
    for name, text in tree.text_files():
        for number, line in enumerate(text.splitlines(), 1):
            if found := pattern.search(line):
                yield f"{name}:{number}: {found.group().strip()}: {objection}"


def license_headers(tree: Tree) -> Iterator[str]:
    for name, text in tree.python_files():
        header = "\n".join(text.splitlines()[:HEADER_LINES])
        # An empty __init__.py has nothing to license.
        if text.strip() and not all(line in header for line in LICENSE_LINES):
            yield f"{name}: the licence header is missing"


def no_sanity_ignores(tree: Tree) -> Iterator[str]:
    for name, text in tree.text_files():
        if re.fullmatch(r"tests/sanity/ignore-.*\.txt", name) and text.strip():
            yield f"{name}: sanity tests are satisfied, not ignored"


def modules_in_action_groups(tree: Tree) -> Iterator[str]:
    grouped = grouped_modules(tree.root)
    existing = {path.stem for path in module_files(tree.root)}
    for name in sorted(existing - grouped):
        yield f"module {name} is in no action group of meta/runtime.yml"
    for name in sorted(grouped - existing):
        yield f"meta/runtime.yml groups a module {name} that does not exist"


def documented_modules(tree: Tree) -> Iterator[str]:
    for path in module_files(tree.root):
        module = ModuleDocumentation.read(path)
        lacking = {
            "version_added": "version_added" not in module.documentation,
            "EXAMPLES": not module.examples.strip(),
            "RETURN": not module.returns,
            "attributes": "attributes" not in module.documentation
            and not any("attributes" in fragment for fragment in module.fragments()),
        }
        for block in (name for name, is_lacking in lacking.items() if is_lacking):
            yield f"module {path.stem} has no {block}"


def specified_roles(tree: Tree) -> Iterator[str]:
    for folder in role_folders(tree.root):
        if not any((folder / "meta" / f"argument_specs.{suffix}").exists() for suffix in ("yml", "yaml")):
            yield f"role {folder.name} has no meta/argument_specs.yml"


RULES: tuple[Callable[[Tree], Iterator[str]], ...] = (
    short_files,
    no_machine_paths,
    no_package_registries,
    nothing_unfinished,
    license_headers,
    no_sanity_ignores,
    modules_in_action_groups,
    documented_modules,
    specified_roles,
)


def problems(root: Path, names: set[str]) -> list[str]:
    tree = Tree(root, frozenset(names))
    return [problem for rule in RULES for problem in rule(tree)]


def main() -> int:
    found = problems(CLONE, clone_files())
    for problem in found:
        print(problem)
    print(f"house rules: {counts(int(not found), len(found))}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
