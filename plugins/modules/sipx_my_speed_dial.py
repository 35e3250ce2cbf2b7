#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_my_speed_dial
short_description: Manage a user's speed dial buttons on a sipXcom server
version_added: 0.1.0
description:
  - Sets the speed dial list of a user, or gives it up in favour of that of the user's groups.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  group_speed_dial:
    description: Whether the list of the user's groups is used.
    type: bool
  buttons:
    description: The buttons, in this order and no others.
    type: list
    elements: dict
    suboptions:
      number:
        description: What is dialled.
        type: str
        required: true
      label:
        description: What stands on the button.
        type: str
      blf:
        description: Whether the button shows if the extension is busy. Needs the permission C(subscribe-to-presence).
        type: bool
        default: false
  update_phones:
    description: Whether the user's phones get the list at once, and restart for that. Only when something changes.
    type: bool
notes:
  - It acts on the user who logs in with O(username) and O(password).
seealso:
  - module: dialtone.voip.sipx_phone_profile
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Two buttons
  dialtone.voip.sipx_my_speed_dial:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    buttons:
      - number: "4155"
        label: Bo
        blf: true
      - number: "5550101"
        label: Home
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
my_speed_dial:
  description: The my speed dial as it is after the task.
  type: dict
  returned: success
  sample:
    group_speed_dial: false
    buttons:
      - number: '4155'
        label: Bo
        blf: true
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.speed_dial import MY_SPEED_DIAL, MySpeedDialAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, MySpeedDialAdapter, MY_SPEED_DIAL)


if __name__ == "__main__":
    main()
