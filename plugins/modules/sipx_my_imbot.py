#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_my_imbot
short_description: Manage what MyBuddy tells a user of a sipXcom server
version_added: 0.1.0
description:
  - Sets which events the assistant MyBuddy reports by instant message.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  conf_enter:
    description: When somebody enters a conference of the user.
    type: bool
  conf_exit:
    description: When somebody leaves it.
    type: bool
  vm_begin:
    description: When somebody begins to leave a message.
    type: bool
  vm_end:
    description: When somebody has left a message.
    type: bool
notes:
  - It acts on the user who logs in with O(username) and O(password).
seealso:
  - module: dialtone.voip.sipx_my_im
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Tell me about messages
  dialtone.voip.sipx_my_imbot:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    vm_end: true
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
my_imbot:
  description: The my imbot as it is after the task.
  type: dict
  returned: success
  sample:
    conf_enter: true
    vm_end: true
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.preferences import MY_IMBOT, MyImbotAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, MyImbotAdapter, MY_IMBOT)


if __name__ == "__main__":
    main()
