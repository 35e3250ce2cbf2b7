# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the collection consists of: its name and version, and its modules and roles, as the files tell."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

NAMESPACE = "dialtone"
NAME = "voip"
FQCN = f"{NAMESPACE}.{NAME}"


def module_files(root: Path) -> list[Path]:
    return sorted(path for path in (root / "plugins" / "modules").glob("*.py") if path.name != "__init__.py")


def module_names(root: Path) -> list[str]:
    return [f"{FQCN}.{path.stem}" for path in module_files(root)]


def role_folders(root: Path) -> list[Path]:
    folder = root / "roles"
    return sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def role_names(root: Path) -> list[str]:
    return [f"{FQCN}.{path.name}" for path in role_folders(root)]


def version(root: Path) -> str:
    return str(yaml.safe_load((root / "galaxy.yml").read_text())["version"])


def grouped_modules(root: Path) -> set[str]:
    """The modules that some action group names, so that module_defaults reaches them."""
    path = root / "meta" / "runtime.yml"
    groups = (yaml.safe_load(path.read_text()) or {}).get("action_groups", {}) if path.exists() else {}
    members = (member for group in groups.values() for member in group if isinstance(member, str))
    return {member.removeprefix(f"{FQCN}.") for member in members}


@dataclass(frozen=True)
class ModuleDocumentation:
    """The documentation blocks of a module, without importing it."""

    documentation: dict[str, Any]
    examples: str
    returns: dict[str, Any]

    @classmethod
    def read(cls, path: Path) -> ModuleDocumentation:
        blocks = string_constants(path)
        return cls(
            documentation=yaml.safe_load(blocks.get("DOCUMENTATION", "")) or {},
            examples=blocks.get("EXAMPLES", ""),
            returns=yaml.safe_load(blocks.get("RETURN", "")) or {},
        )

    def fragments(self) -> list[str]:
        fragments = self.documentation.get("extends_documentation_fragment", [])
        return [fragments] if isinstance(fragments, str) else fragments


def string_constants(path: Path) -> dict[str, str]:
    constants: dict[str, str] = {}
    for statement in ast.parse(path.read_text()).body:
        if not (isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant)):
            continue
        for target in statement.targets:
            if isinstance(target, ast.Name) and isinstance(statement.value.value, str):
                constants[target.id] = statement.value.value
    return constants
