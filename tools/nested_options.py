# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps the documentation of plural modules in step with their singular modules.

The items of a plural module have the options of the singular one. They are written once, in the singular module, and
this tool nests them into the plural module's documentation: ``python -m tools.nested_options`` writes, ``--check``
only compares.
"""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import yaml

MODULES = Path(__file__).resolve().parent.parent / "plugins" / "modules"
_LINK = re.compile(r"The options of an item are those of M\(dialtone\.voip\.(\w+)\)")
_OPTION = re.compile(r"\bO\(([a-z_]+)((?:\[\])?(?:\.[a-z_.\[\]]+)?(?:=[^)]*)?)\)")


def documentation_of(path: Path) -> str:
    """The text of a module's DOCUMENTATION."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "DOCUMENTATION":
            return str(ast.literal_eval(node.value))
    raise ValueError(f"{path.name} has no DOCUMENTATION")


def options_block(documentation: str) -> str:
    """The lines below ``options:``, as they are written, two blanks deep."""
    match = re.search(r"^options:\n((?:  .*\n|\n)+)", documentation, re.M)
    if match is None:
        raise ValueError("no options")
    return match.group(1)


def nested(plural_documentation: str, singular_documentation: str) -> str:
    """The plural documentation with the singular's options as the list's suboptions."""
    (list_name,) = yaml.safe_load(plural_documentation)["options"]
    names = set(yaml.safe_load(singular_documentation)["options"])

    def qualify(match: re.Match[str]) -> str:
        name, value = match.groups()
        return f"O({list_name}[].{name}{value})" if name in names else match.group(0)

    block = _OPTION.sub(qualify, options_block(singular_documentation))
    inner = "".join(f"    {line}" if line.strip() else line for line in block.splitlines(keepends=True))
    head, _colon, rest = plural_documentation.partition("    suboptions:")
    tail = re.sub(r"\A.*\n(?:      .*\n|\n)*", "", rest)
    return f"{head}    suboptions:\n{inner}{tail}"


def stale_modules(write: bool) -> list[str]:
    """Names of the plural modules whose documentation differs from what it should be.

    :param write: whether they are corrected.
    """
    stale = []
    for path in sorted(MODULES.glob("*.py")):
        documentation = documentation_of(path)
        link = _LINK.search(documentation)
        if link is None:
            continue
        wanted = nested(documentation, documentation_of(MODULES / f"{link.group(1)}.py"))
        if wanted != documentation:
            stale.append(path.stem)
            if write:
                source = path.read_text(encoding="utf-8")
                path.write_text(source.replace(documentation, wanted), encoding="utf-8")
    return stale


def main() -> int:
    check = "--check" in sys.argv[1:]
    stale = stale_modules(write=not check)
    for name in stale:
        print(f"{name}: {'differs from its singular module' if check else 'written'}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
