# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways to bring a site to its declared state that are compared here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.layout import VENV, VENV_PYTHON

HERE = Path(__file__).resolve().parent
PLAYBOOKS = HERE / "playbooks"

#: simultaneous writes of the bulk module and of the script
WORKERS = 8


@dataclass(frozen=True)
class Way:
    """One way.

    :param key: short name.
    :param title: what people read.
    :param playbook: which plays it, a file name; empty for the script.
    :param loop: whether it costs a process an item; such ways are measured on small sites and extrapolated.
    :param idle: whether it does nothing at all, so that only that can be measured.
    """

    key: str
    title: str
    playbook: str = ""
    loop: bool = False
    idle: bool = False

    def command(self, users: Path) -> Sequence[str | Path]:
        """What to run for the site in this file."""
        if not self.playbook:
            return [VENV_PYTHON, HERE / "bare_script.py", users, str(WORKERS)]
        # A file that the module reads itself is not loaded by Ansible as well.
        variables = f"src={users}" if self is BULK_FILE else f"@{users}"
        return [
            VENV / "bin" / "ansible-playbook",
            PLAYBOOKS / self.playbook,
            "--extra-vars",
            variables,
            "--extra-vars",
            f"workers={WORKERS}",
        ]


URI_LOOP = Way("a", "ansible.builtin.uri in a loop: read, compare, write", "uri_loop.yml", loop=True)
MODULE_LOOP = Way("b", "singular module in a loop", "module_loop.yml", loop=True)
BULK_LIST = Way("c", "plural module, the list as variables", "bulk_list.yml")
BULK_FILE = Way("c-src", "plural module, the list as src", "bulk_file.yml")
SCRIPT = Way("d", "bare Python script")
IDLE = Way("idle", "module that does nothing, the list as variables", "idle.yml", idle=True)

WAYS = (URI_LOOP, MODULE_LOOP, BULK_LIST, BULK_FILE, SCRIPT, IDLE)
