# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
from __future__ import annotations


class ModuleDocFragment:
    """What modules of the collection support."""

    # Every module that brings objects to a state.
    DOCUMENTATION = r"""
options: {}
attributes:
  check_mode:
    support: full
    description: Can run in C(check_mode) and return changed status prediction without modifying target.
  diff_mode:
    support: full
    description: Will return details on what has changed (or possibly needs changing in C(check_mode)), when in diff mode.
  idempotent:
    support: full
    description: When run twice in a row outside check mode, with the same arguments, the second invocation changes nothing.
"""

    # For resources with options that no call of the server reads back.
    PARTIAL = r"""
options: {}
attributes:
  check_mode:
    support: full
    description: Can run in C(check_mode) and return changed status prediction without modifying target.
  diff_mode:
    support: full
    description: Will return details on what has changed (or possibly needs changing in C(check_mode)), when in diff mode.
  idempotent:
    support: partial
    description: When run twice in a row outside check mode, with the same arguments, the second invocation changes nothing.
    details:
      - With O(update_secrets=always) secrets are written at every run, and the task is changed at every run.
      - With the default, secrets of existing objects are left alone; they are listed in RV(ignore:unverified).
"""

    # For modules that only read.
    INFO = r"""
options: {}
attributes:
  check_mode:
    support: full
    description: This module does not modify state.
  diff_mode:
    support: N/A
    description: This module does not modify state.
  idempotent:
    support: full
    description: This module does not modify state.
"""

    SIPX = r"""
options: {}
attributes:
  action_group:
    version_added: 0.1.0
    description: Use C(group/dialtone.voip.sipx) in C(module_defaults) to set defaults for this module.
    support: full
    membership:
      - dialtone.voip.sipx
"""
