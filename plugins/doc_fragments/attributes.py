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

    # For resources of which no call reads everything back, and whose unreadable options update_unreadable rules.
    UNREADABLE = r"""
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
      - With O(update_unreadable=always), what no call reads back is written at every run.
      - With the default it is left alone, and listed in RV(ignore:unverified).
"""

    # For deeds that are no state.
    DEED = r"""
options: {}
attributes:
  check_mode:
    support: full
    description: Can run in C(check_mode) and return changed status prediction without modifying target.
  diff_mode:
    support: none
    description: Will return details on what has changed (or possibly needs changing in C(check_mode)), when in diff mode.
  idempotent:
    support: none
    description: When run twice in a row outside check mode, with the same arguments, the second invocation changes nothing.
    details:
      - It does something at every run. It is never sent in check mode, and never sent twice.
"""

    SIPTHOR = r"""
options: {}
attributes:
  action_group:
    version_added: 0.1.0
    description: Use C(group/dialtone.voip.sipthor) in C(module_defaults) to set defaults for this module.
    support: full
    membership:
      - dialtone.voip.sipthor
"""

    ONSIP = r"""
options: {}
attributes:
  action_group:
    version_added: 0.1.0
    description: Use C(group/dialtone.voip.onsip) in C(module_defaults) to set defaults for this module.
    support: full
    membership:
      - dialtone.voip.onsip
"""

    # For orders of so and so many things.
    ORDER = r"""
options: {}
attributes:
  check_mode:
    support: full
    description: Can run in C(check_mode) and return changed status prediction without modifying target.
  diff_mode:
    support: partial
    description: Will return details on what has changed (or possibly needs changing in C(check_mode)), when in diff mode.
    details:
      - The diff tells how many there are, not which ones will come.
  idempotent:
    support: full
    description: When run twice in a row outside check mode, with the same arguments, the second invocation changes nothing.
"""

    # For deeds of which the server tells whether they are done already.
    ONCE = r"""
options: {}
attributes:
  check_mode:
    support: full
    description: Can run in C(check_mode) and return changed status prediction without modifying target.
  diff_mode:
    support: partial
    description: Will return details on what has changed (or possibly needs changing in C(check_mode)), when in diff mode.
    details:
      - The diff shows what comes and goes, where the server tells.
  idempotent:
    support: full
    description: When run twice in a row outside check mode, with the same arguments, the second invocation changes nothing.
"""

    # For deeds of which the server tells, for some, whether they are done already.
    DEED_UNLESS_DONE = r"""
options: {}
attributes:
  check_mode:
    support: full
    description: Can run in C(check_mode) and return changed status prediction without modifying target.
  diff_mode:
    support: none
    description: Will return details on what has changed (or possibly needs changing in C(check_mode)), when in diff mode.
  idempotent:
    support: partial
    description: When run twice in a row outside check mode, with the same arguments, the second invocation changes nothing.
    details:
      - Where the server tells that it is done already, nothing is done; anything else happens at every run.
      - It is never sent in check mode, and never sent twice.
"""

    # For what is kept in a file.
    DOWNLOAD = r"""
options: {}
attributes:
  check_mode:
    support: full
    description: Can run in C(check_mode) and return changed status prediction without modifying target.
    details:
      - The content is downloaded in check mode, too, because it has to be compared.
  diff_mode:
    support: none
    description: Will return details on what has changed (or possibly needs changing in C(check_mode)), when in diff mode.
  idempotent:
    support: full
    description: When run twice in a row outside check mode, with the same arguments, the second invocation changes nothing.
"""

    SIPGATE = r"""
options: {}
attributes:
  action_group:
    version_added: 0.1.0
    description: Use C(group/dialtone.voip.sipgate) in C(module_defaults) to set defaults for this module.
    support: full
    membership:
      - dialtone.voip.sipgate
"""
