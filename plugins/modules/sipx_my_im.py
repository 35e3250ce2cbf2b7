#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_my_im
short_description: Manage a user's instant messaging preferences on a sipXcom server
version_added: 0.1.0
description:
  - Sets what others see of a user's calls.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  status_phone_presence:
    description: Whether the status shows that the user is on the phone.
    type: bool
  status_call_info:
    description: Whether it shows with whom.
    type: bool
  otp_message:
    description: The status text while on the phone.
    type: str
  voicemail_on_dnd:
    description: Whether calls go to voicemail while the user does not want to be disturbed.
    type: bool
notes:
  - It acts on the user who logs in with O(username) and O(password).
seealso:
  - module: dialtone.voip.sipx_my_imbot
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Say when I am on the phone
  dialtone.voip.sipx_my_im:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    status_phone_presence: true
    otp_message: On a call
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
my_im:
  description: The my im as it is after the task.
  type: dict
  returned: success
  sample:
    status_phone_presence: true
    otp_message: On a call
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.preferences import MY_IM, MyImAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, MyImAdapter, MY_IM)


if __name__ == "__main__":
    main()
