# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the roles' argument specs from the modules' documentation.

A role takes lists of objects whose options are those of a module. They are written once, in the module;
``tools/role_specs/ROLE.yml`` holds the rest. ``python -m tools.role_arguments`` writes, ``--check`` only compares.
"""

from __future__ import annotations

import functools
import re
import sys
import tempfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

from tools.nested_options import MODULES, documentation_of

ROOT = MODULES.parent.parent
SOURCES = Path(__file__).resolve().parent / "role_specs"
_HEADER = """\
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

---
# Written by tools/role_arguments.py from the modules' documentation and tools/role_specs.
"""
_PRUNE_OPTIONS: dict[str, Any] = {
    "scope": {
        "type": "dict",
        "required": True,
        "description": "Which undeclared objects may be deleted; an object must meet everything that is given here.",
        "options": {
            "all": {"type": "bool", "default": False, "description": "Every object of the kind."},
            "keys": {
                "type": "list",
                "elements": "str",
                "no_log": False,
                "description": "Objects whose key matches one of these shell-style patterns.",
            },
            "fields": {"type": "dict", "description": "Objects whose options have these values."},
        },
    },
    "protect": {
        "type": "list",
        "elements": "str",
        "description": "Shell-style patterns of keys that are never deleted.",
    },
    "max_deletes": {
        "type": "int",
        "default": 10,
        "description": "The most objects that may be deleted; when it would be more, nothing is.",
    },
}


class _Dumper(yaml.SafeDumper):
    """Indents lists below their key, as yamllint and ansible-lint want them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def module_options(module: str) -> dict[str, Any]:
    """The documented options of a module, in their order."""
    return dict(yaml.safe_load(documentation_of(MODULES / f"{module}.py"))["options"])


def secret_options(module: str) -> dict[str, Any]:
    """The module's argument spec, as its declaration makes it."""
    platform, name = module.split("_", 1)
    importable_collection()
    utils = "ansible_collections.dialtone.voip.plugins.module_utils"
    declarations = import_module(f"{utils}._{platform}.resources").RESOURCES
    resource = next(one for one in declarations if one.name == name)
    return dict(import_module(f"{utils}._ansible.argument_spec").item_spec(resource))


@functools.cache
def importable_collection() -> tempfile.TemporaryDirectory[str]:
    """A folder on the module path in which this clone is the collection; kept, because imports come back to it."""
    folder = tempfile.TemporaryDirectory()
    home = Path(folder.name) / "ansible_collections" / "dialtone"
    home.mkdir(parents=True)
    (home / "voip").symlink_to(ROOT)
    sys.path.insert(0, folder.name)
    return folder


def role_option(option: Mapping[str, Any], spec: Mapping[str, Any]) -> dict[str, Any]:
    """A documented module option as a role option.

    :param spec: the option's argument spec, which knows what is secret.
    """
    converted: dict[str, Any] = {"description": _role_text(option["description"]), "type": option["type"]}
    converted.update({name: option[name] for name in ("elements", "required", "choices", "default") if name in option})
    if spec.get("no_log") and option["type"] == "str":
        converted["no_log"] = True
    if "suboptions" in option:
        inner = spec.get("options", {})
        converted["options"] = {
            name: role_option(sub, inner.get(name, {})) for name, sub in option["suboptions"].items()
        }
    return converted


def _role_text(text: Any) -> Any:
    """A description without links to options that a role does not have."""
    if isinstance(text, list):
        return [_role_text(line) for line in text]
    return re.sub(r"\bO\(([^)]*)\)", r"C(\1)", text)


def expanded(source: Mapping[str, Any]) -> dict[str, Any]:
    """The argument specs that a source file stands for."""
    main = dict(source["argument_specs"]["main"])
    options: dict[str, Any] = {}
    for name, option in main["options"].items():
        if name == "CONNECTION":
            options.update(_connection_options(option))
        elif "OBJECTS" in option:
            options[name] = _object_list(option["OBJECTS"])
        elif "PRUNE" in option.get("options", {}):
            kinds = option["options"]["PRUNE"]
            described = {
                kind: {"type": "dict", "description": f"Rules for {kind.replace('_', ' ')}.", "options": _PRUNE_OPTIONS}
                for kind in kinds
            }
            options[name] = {**option, "options": described}
        else:
            options[name] = option
    return {"argument_specs": {"main": {**main, "options": options}}}


def _object_list(module: str) -> dict[str, Any]:
    specs = secret_options(module)
    title = module.split("_", 1)[1].replace("_", " ")
    article = "an" if title[0] in "aeio" else "a"
    return {
        "description": f"Each element is {article} {title}, with the options of M(dialtone.voip.{module}).",
        "type": "list",
        "elements": "dict",
        "default": [],
        "options": {name: role_option(option, specs.get(name, {})) for name, option in module_options(module).items()},
    }


def _connection_options(platform: str) -> dict[str, Any]:
    fragment = documentation_of_fragment(platform)
    options = {}
    for name, option in fragment.items():
        # A default here would hide the environment variables that the modules fall back to.
        option = {key: value for key, value in option.items() if key not in ("default", "required")}
        option["description"] = _role_text(option["description"])
        if name in ("password", "token", "access_token"):
            option["no_log"] = True
        options[f"{platform}_site_{name}"] = option
    return options


def documentation_of_fragment(platform: str) -> dict[str, Any]:
    """The options of a platform's connection fragment."""
    source = (ROOT / "plugins" / "doc_fragments" / f"{platform}.py").read_text(encoding="utf-8")
    text = re.search(r'DOCUMENTATION = r"""\n(.*?)"""', source, re.S)
    if text is None:
        raise ValueError(f"the fragment {platform} has no DOCUMENTATION")
    return dict(yaml.safe_load(text.group(1))["options"])


def rendered(source: Path) -> str:
    """The text of the argument spec that a source file stands for."""
    specs = expanded(yaml.safe_load(source.read_text(encoding="utf-8")))
    return _HEADER + yaml.dump(specs, Dumper=_Dumper, sort_keys=False, width=110, allow_unicode=True)


def main() -> int:
    check = "--check" in sys.argv[1:]
    stale = 0
    for source in sorted(SOURCES.glob("*.yml")):
        target = ROOT / "roles" / source.stem / "meta" / "argument_specs.yml"
        wanted = rendered(source)
        if not target.exists() or target.read_text(encoding="utf-8") != wanted:
            stale += 1
            print(f"{target.relative_to(ROOT)}: {'differs from its sources' if check else 'written'}")
            if not check:
                target.write_text(wanted, encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
