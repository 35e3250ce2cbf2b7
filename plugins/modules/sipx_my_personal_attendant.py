#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_my_personal_attendant
short_description: Manage a user's personal attendant on a sipXcom server
version_added: 0.1.0
description:
  - Sets what callers who reach a user's mailbox can do instead of leaving a message.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  operator:
    description: Where V(0) leads; an empty text clears it. One with a V(#) needs the permission C(personal-auto-attendant).
    type: str
  menu:
    description: What further keys lead to, and no other key does. The order means nothing.
    type: list
    elements: dict
    suboptions:
      dial_pad:
        description: The key.
        type: str
        required: true
        choices:
          - "0"
          - "1"
          - "2"
          - "3"
          - "4"
          - "5"
          - "6"
          - "7"
          - "8"
          - "9"
          - "*"
          - "#"
      extension:
        description: Extension or number.
        type: str
        required: true
  override_language:
    description: Whether O(language) is used instead of the caller's. The server keeps it only where there is a language.
    type: bool
  language:
    description: Language code of an installed language.
    type: str
  deposit_vm:
    description: Whether callers can leave a message.
    type: bool
  forward_delete_vm:
    description: Whether messages are deleted here when they are forwarded.
    type: bool
  play_vm_default_options:
    description: Whether the standard options are offered as well.
    type: bool
notes:
  - It acts on the user who logs in with O(username) and O(password).
  - All but the operator needs the permission C(personal-auto-attendant).
seealso:
  - module: dialtone.voip.sipx_my_voicemail
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Callers can reach a colleague
  dialtone.voip.sipx_my_personal_attendant:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    operator: "4100"
    menu:
      - dial_pad: "1"
        extension: "4155"
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
my_personal_attendant:
  description: The my personal attendant as it is after the task.
  type: dict
  returned: success
  sample:
    operator: '4100'
    menu:
      - dial_pad: '1'
        extension: '4155'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.personal_attendant import (
    MY_PERSONAL_ATTENDANT,
    MyPersonalAttendantAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, MyPersonalAttendantAdapter, MY_PERSONAL_ATTENDANT)


if __name__ == "__main__":
    main()
