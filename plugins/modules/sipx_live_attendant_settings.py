#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_live_attendant_settings
short_description: Manage what all live attendants of a sipXcom server share
version_added: 0.1.0
description:
  - Sets how a person is put in front of an auto attendant, and for how long.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  live_did:
    description: Number under which outside callers reach the live attendant.
    type: str
  enable_prefix:
    description: What is dialled to switch a live attendant on.
    type: str
  disable_prefix:
    description: What is dialled to switch it off.
    type: str
  expire_time:
    description: Minutes after which it is switched on again by itself; V(0) for never.
    type: int
  max_digits:
    description: The most digits.
    type: int
  first_digit_timeout:
    description: Seconds until the first digit.
    type: int
  inter_digit_timeout:
    description: Seconds between two digits.
    type: int
  extra_digit_timeout:
    description: Seconds after the last digit.
    type: int
seealso:
  - module: dialtone.voip.sipx_live_attendant
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Switch on again after an hour
  dialtone.voip.sipx_live_attendant_settings:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    expire_time: 60
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
live_attendant_settings:
  description: The live attendant settings as it is after the task.
  type: dict
  returned: success
  sample:
    enable_prefix: '*67'
    disable_prefix: '*68'
    expire_time: 60
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.dial_plan.live_attendant import (
    LIVE_ATTENDANT_SETTINGS,
    LiveAttendantSettingsAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, LiveAttendantSettingsAdapter, LIVE_ATTENDANT_SETTINGS)


if __name__ == "__main__":
    main()
