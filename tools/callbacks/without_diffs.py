# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ansible's usual output for a run whose diffs are recorded but were shown already."""

from __future__ import annotations

from typing import Any

from ansible.plugins.callback.default import CallbackModule as DefaultOutput

DOCUMENTATION = """
name: without_diffs
type: stdout
short_description: The default output without diffs
description:
  - Prints what the default callback prints, except diffs.
extends_documentation_fragment:
  - default_callback
  - result_format_callback
"""


class CallbackModule(DefaultOutput):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "stdout"
    CALLBACK_NAME = "without_diffs"

    def v2_on_file_diff(self, result: Any) -> None:
        """Print nothing."""
