#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_special_mode
short_description: Manage the special mode of the auto attendants of a sipXcom server
version_added: 0.1.0
description:
  - In the special mode one auto attendant answers instead of all others, for example when the office is closed for a day.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  enabled:
    description: Whether the special mode is on.
    type: bool
  attendant:
    description: Name of the attendant that answers then. Without one the server takes the after-hours attendant. An empty text clears the selection, while
      the mode is off.
    type: str
seealso:
  - module: dialtone.voip.sipx_auto_attendant
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: The office is closed today
  dialtone.voip.sipx_special_mode:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    enabled: true
    attendant: Evening

- name: Back to normal
  dialtone.voip.sipx_special_mode:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    enabled: false
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
special_mode:
  description: The special mode as it is after the task.
  type: dict
  returned: success
  sample:
    enabled: true
    attendant: Evening
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.dial_plan.special_mode import (
    SPECIAL_MODE,
    SpecialModeAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, SpecialModeAdapter, SPECIAL_MODE)


if __name__ == "__main__":
    main()
