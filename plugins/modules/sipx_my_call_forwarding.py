#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_my_call_forwarding
short_description: Manage a user's call forwarding on a sipXcom server
version_added: 0.1.0
description:
  - Sets where the calls of a user go, one after the other or at the same time, always or by schedules.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  expiration:
    description: Seconds that the user's own phone rings first.
    type: int
  rings:
    description: Where calls go then, in this order and nowhere else. An empty list ends all forwarding.
    type: list
    elements: dict
    suboptions:
      number:
        description: Extension, number or user@host.
        type: str
        required: true
      type:
        description: Whether it rings after the one before, or together with it.
        type: str
        default: if_no_response
        choices:
          - if_no_response
          - at_the_same_time
      expiration:
        description: Seconds that it rings.
        type: int
        default: 30
      enabled:
        description: Whether it rings at all.
        type: bool
        default: true
      schedule:
        description: Name of the forwarding schedule that limits it, of the user or of one of the user's groups.
        type: str
notes:
  - It acts on the user who logs in with O(username) and O(password).
seealso:
  - module: dialtone.voip.sipx_my_forwarding_schedule
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Ines is at home
  dialtone.voip.sipx_my_call_forwarding:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    expiration: 15
    rings:
      - number: "5550101"
        expiration: 25
        type: at_the_same_time
        schedule: At home
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
my_call_forwarding:
  description: The my call forwarding as it is after the task.
  type: dict
  returned: success
  sample:
    expiration: 15
    rings:
      - number: '5550101'
        type: at_the_same_time
        expiration: 25
        enabled: true
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.call_forwarding import (
    MY_CALL_FORWARDING,
    MyCallForwardingAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, MyCallForwardingAdapter, MY_CALL_FORWARDING)


if __name__ == "__main__":
    main()
