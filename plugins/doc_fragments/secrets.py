# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations


class ModuleDocFragment:
    """When secrets of existing objects are written."""

    DOCUMENTATION = r"""
options:
  update_secrets:
    description:
      - Secrets are always written when an object is created. This option rules what happens to an object that exists.
      - V(on_create) leaves its secrets alone.
      - V(always) writes them at every run, so the task is changed at every run.
    type: str
    choices:
      - on_create
      - always
    default: on_create
"""

    VERIFY = r"""
options:
  update_secrets:
    description:
      - Secrets are always written when an object is created. This option rules what happens to an object that exists.
      - V(on_create) leaves its secrets alone.
      - V(always) writes them at every run, so the task is changed at every run.
      - V(verify) finds out whether the given secret is already in force, and writes it only if not.
    type: str
    choices:
      - on_create
      - always
      - verify
    default: on_create
"""
