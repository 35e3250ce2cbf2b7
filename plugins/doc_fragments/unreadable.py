# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations


class ModuleDocFragment:
    """When that is written which no call reads back."""

    DOCUMENTATION = r"""
options:
  update_unreadable:
    description:
      - What no call of the server reads back is written when an object is created. This option rules what happens to an
        object that exists.
      - V(on_create) leaves it alone; the result lists it in RV(ignore:unverified).
      - V(always) writes it at every run, so the task is changed at every run, unless the server tells that it was in force
        already.
    type: str
    choices:
      - on_create
      - always
    default: on_create
"""
