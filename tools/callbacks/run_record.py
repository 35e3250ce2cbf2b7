# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what a run of ansible-playbook came to, as JSON, beside what it prints.

The printed recap is for people and differs between releases; this is what a program can rely on.
"""

from __future__ import annotations

import json
import os
from typing import Any

from ansible.plugins.callback import CallbackBase

DOCUMENTATION = """
name: run_record
type: aggregate
short_description: Record the recap and the diffs of a run
description:
  - Writes a JSON object with the recap of each host and the diffs in order.
options:
  path:
    description: The file to write.
    type: path
    required: true
    env:
      - name: RUN_RECORD_PATH
"""


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "aggregate"
    CALLBACK_NAME = "run_record"
    CALLBACK_NEEDS_ENABLED = True

    def __init__(self) -> None:
        super().__init__()
        self.diffs: list[dict[str, Any]] = []

    def v2_on_file_diff(self, result: Any) -> None:
        outcome = result._result
        host = result._host.get_name()
        for part in outcome.get("results", [outcome]):
            if part.get("changed") and part.get("diff"):
                self.diffs.append({"host": host, "task": result.task_name, "diff": part["diff"]})

    def v2_playbook_on_stats(self, stats: Any) -> None:
        record = {
            "recap": {host: stats.summarize(host) for host in sorted(stats.processed)},
            "diffs": self.diffs,
        }
        with open(os.path.expanduser(self.get_option("path")), "w", encoding="utf-8") as file:
            json.dump(record, file)
