#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_voicemail_box
short_description: Manage a voicemail box of an OnSIP organization
version_added: 0.1.0
description:
  - Creates, changes and deletes voicemail boxes.
  - 'A box is attached to nobody by itself: make its address the failover of a user address, see
    M(dialtone.voip.onsip_user_address).'
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  mailbox:
    description: Number of the box, 1 to 7 digits, unique in the organization; by custom the extension.
    type: str
    required: true
  address:
    description: Local part of the SIP address of the box, by custom C(vm.) and the user. Needed to create it; it
      cannot be changed later.
    type: str
  full_name:
    description: Name of its owner. Needed to create it.
    type: str
  pin:
    description: PIN of the box, 1 to 7 digits. Without it the service draws one, which only the portal shows.
    type: str
  timezone:
    description: Time zone of announcements.
    type: str
    choices:
      - us_eastern
      - us_central
      - us_mountain
      - us_pacific
  say_caller_id:
    description: Whether the caller is announced.
    type: bool
  say_duration:
    description: Whether the duration is announced.
    type: bool
  say_datetime:
    description: Whether date and time are announced.
    type: bool
  notify_email:
    description:
      - 'Whether messages are told to O(email_address): V(never), with a V(notice), with the recording as
        V(attach)ment, or V(attach_and_delete) to keep it nowhere else.'
    type: str
    choices:
      - never
      - notice
      - attach
      - attach_and_delete
  email_address:
    description: E-mail address for notices; an empty text removes it.
    type: str
  notify_pager:
    description: Whether messages are told to O(pager_address).
    type: str
    choices:
      - never
      - notice
  pager_address:
    description: E-mail address of a pager; an empty text removes it.
    type: str
  mwi_address:
    description: Local part of the user address whose phone shows waiting messages; an empty text removes it.
    type: str
  state:
    description: Whether the box exists. Failovers of user addresses that lead to it are cleared before it is deleted.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: dialtone.voip.onsip_voicemail_boxes
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes.partial
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.secrets.verify
"""

EXAMPLES = r"""
- name: A voicemail box
  dialtone.voip.onsip_voicemail_box:
    username: admin.example
    password: "{{ onsip_password }}"
    mailbox: "7002"
    address: vm.ines
    full_name: Ines Okafor
    pin: "{{ ines_pin }}"
    notify_email: attach
    email_address: ines@example.com

- name: It is gone
  dialtone.voip.onsip_voicemail_box:
    username: admin.example
    password: "{{ onsip_password }}"
    mailbox: "7002"
    state: absent
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the service addresses the voicemail box; absent when it is only about to be created.
  type: str
  returned: when known
  sample: "11807"
voicemail_box:
  description: The voicemail box as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    id: 11807
    mailbox: "7002"
    address: vm.ines
    full_name: Ines Okafor
    timezone: us_eastern
    notify_email: attach
    email_address: ines@example.com
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - pin
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.voicemail_box import (
    VOICEMAIL_BOX,
    VoicemailBoxAdapter,
)


def main() -> None:
    run_one(ONSIP, VoicemailBoxAdapter, VOICEMAIL_BOX)


if __name__ == "__main__":
    main()
