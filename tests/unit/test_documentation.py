# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Declaration, argument spec, documentation and action group say the same."""

from __future__ import annotations

import ast
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.argument_spec import (
    bulk_spec,
    item_spec,
    policy_spec,
)
from ansible_collections.dialtone.voip.plugins.module_utils._ansible.connection_options import connection_spec
from ansible_collections.dialtone.voip.plugins.module_utils._model.resource import Resource

ROOT = Path(__file__).resolve().parents[2]
UTILS = "ansible_collections.dialtone.voip.plugins.module_utils"
FRAGMENTS = "ansible_collections.dialtone.voip.plugins.doc_fragments"
MODULES = sorted(path.stem for path in (ROOT / "plugins" / "modules").glob("*.py"))
PLATFORMS = sorted({name.split("_")[0] for name in MODULES})


@cache
def constants(module: str) -> dict[str, str]:
    """DOCUMENTATION, EXAMPLES and RETURN of a module."""
    tree = ast.parse((ROOT / "plugins" / "modules" / f"{module}.py").read_text(encoding="utf-8"))
    found = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = ast.literal_eval(node.value)
    return found


@cache
def documentation(module: str) -> dict[str, Any]:
    """A module's documentation with its fragments."""
    own = yaml.safe_load(constants(module)["DOCUMENTATION"])
    merged: dict[str, Any] = {**own, "options": dict(own.get("options") or {}), "attributes": {}}
    for name in own["extends_documentation_fragment"]:
        _collection, _name, file, *variable = name.split(".")
        fragment = import_module(f"{FRAGMENTS}.{file}").ModuleDocFragment
        part = yaml.safe_load(getattr(fragment, variable[0].upper() if variable else "DOCUMENTATION"))
        merged["options"] = {**(part.get("options") or {}), **merged["options"]}
        merged["attributes"].update(part.get("attributes") or {})
    return merged


def resources() -> list[tuple[str, Resource]]:
    return [
        (platform, resource)
        for platform in PLATFORMS
        for resource in import_module(f"{UTILS}._{platform}.resources").RESOURCES
    ]


def described(option: dict[str, Any]) -> dict[str, Any]:
    """What documentation and argument spec have in common."""
    common: dict[str, Any] = {
        name: option[name] for name in ("type", "elements", "default") if option.get(name) is not None
    }
    common.setdefault("type", "str")
    common["required"] = bool(option.get("required"))
    common["choices"] = [str(choice) for choice in option.get("choices") or []]
    inner = option.get("suboptions") or option.get("options") or {}
    common["options"] = {name: described(sub) for name, sub in inner.items()}
    return common


@pytest.mark.parametrize(("platform", "resource"), resources(), ids=lambda value: getattr(value, "name", value))
def test_the_singular_module_documents_the_declaration(platform: str, resource: Resource) -> None:
    module = f"{platform}_{resource.name}"
    if module not in MODULES:
        pytest.skip("the resource has a plural module only")
    documented = documentation(module)["options"]
    for name, option in {**item_spec(resource), **policy_spec(resource)}.items():
        assert described(documented[name]) == described(option), f"{module}: {name}"


@pytest.mark.parametrize(("platform", "resource"), resources(), ids=lambda value: getattr(value, "name", value))
def test_the_plural_module_documents_the_declaration(platform: str, resource: Resource) -> None:
    module = f"{platform}_{resource.plural}"
    if module not in MODULES or resource.single:
        pytest.skip("a site has only a handful of them, so there is no plural module")
    documented = documentation(module)["options"]
    items = documented[resource.plural]["suboptions"]
    for name, option in item_spec(resource).items():
        assert described(items[name]) == described(option), f"{module}: {name}"
    for name, option in {**bulk_spec(resource), **policy_spec(resource)}.items():
        if name != resource.plural:
            assert described(documented[name]) == described(option), f"{module}: {name}"


@pytest.mark.parametrize("module", MODULES)
def test_every_module_is_documented_whole(module: str) -> None:
    whole = documentation(module)
    assert whole["version_added"]
    assert {"check_mode", "diff_mode", "idempotent", "action_group"} <= set(whole["attributes"]), module
    assert f"dialtone.voip.{module}" in constants(module)["EXAMPLES"]
    for name, value in yaml.safe_load(constants(module)["RETURN"]).items():
        assert value["description"], f"{module}: {name}"
        assert "sample" in value or "contains" in value, f"{module}: {name} has no sample"


def test_action_groups_name_exactly_the_modules_of_each_platform() -> None:
    groups = yaml.safe_load((ROOT / "meta" / "runtime.yml").read_text())["action_groups"]
    for platform in PLATFORMS:
        assert groups[platform] == [name for name in MODULES if name.split("_")[0] == platform]
    assert sorted(groups) == PLATFORMS


@pytest.mark.parametrize(("platform", "resource"), resources(), ids=lambda value: getattr(value, "name", value))
def test_no_field_hides_behind_a_connection_option(platform: str, resource: Resource) -> None:
    names = {field.name for field in resource.writable} & set(connection_spec("X"))
    # An account's own credentials are what its connection is made with.
    assert names <= {"username", "password"}, f"{platform} {resource.name}"
