# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Running ansible-playbook as a user would, and looking at what came out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tools.layout import CLONE

CREDENTIALS = {"username": "superadmin", "password": "rehearsal"}


@dataclass(frozen=True)
class Run:
    """One run: how it ended, what it printed, and what the callback recorded."""

    exit_code: int
    output: str
    recap: dict[str, dict[str, int]] = field(default_factory=dict)
    diffs: list[dict[str, Any]] = field(default_factory=list)

    @property
    def changed(self) -> int:
        return sum(host["changed"] for host in self.recap.values())

    @property
    def failed(self) -> int:
        return sum(host["failures"] for host in self.recap.values())


def play(
    folder: Path,
    playbook: str | Sequence[Mapping[str, Any]],
    *options: str,
    inventory: Mapping[str, Any] | Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Run:
    """Run a playbook.

    :param folder: for the files of this run.
    :param playbook: a name such as ``dialtone.voip.site``, or plays that are written to a file.
    :param inventory: a file, or host name to variables of hosts of the group voip_sites.
    """
    if not isinstance(playbook, str):
        path = folder / "playbook.yml"
        path.write_text(yaml.safe_dump(list(playbook)))
        playbook = str(path)
    if isinstance(inventory, Mapping):
        path = folder / "inventory.yml"
        path.write_text(yaml.safe_dump({"voip_sites": {"hosts": dict(inventory)}}))
        inventory = path
    record = folder / "record.json"
    record.unlink(missing_ok=True)
    completed = subprocess.run(
        [
            str(Path(sys.executable).with_name("ansible-playbook")),
            playbook,
            *(["-i", str(inventory)] if inventory else []),
            *options,
        ],
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=1200,
        env={
            **os.environ,
            "ANSIBLE_CALLBACK_PLUGINS": str(CLONE / "tools" / "callbacks"),
            "ANSIBLE_CALLBACKS_ENABLED": "run_record",
            "RUN_RECORD_PATH": str(record),
            # A sixth less work than with a temporary file for each task; tests/cores runs without it.
            "ANSIBLE_PIPELINING": "True",
            "ANSIBLE_LOCALHOST_WARNING": "False",
            "ANSIBLE_INVENTORY_UNPARSED_WARNING": "False",
            **(environment or {}),
        },
    )
    recorded = json.loads(record.read_text()) if record.exists() else {}
    return Run(completed.returncode, completed.stdout, recorded.get("recap", {}), recorded.get("diffs", []))


def task(module: str, options: Mapping[str, Any], url: str, **keywords: Any) -> list[dict[str, Any]]:
    """A play of one task on the machine itself."""
    arguments = {"url": url, **CREDENTIALS, **options}
    return [
        {
            "hosts": "localhost",
            "gather_facts": False,
            "tasks": [{"name": "The task", f"dialtone.voip.{module}": arguments, **keywords}],
        }
    ]
