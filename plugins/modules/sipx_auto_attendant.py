#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_auto_attendant
short_description: Manage an auto attendant of a sipXcom server
version_added: 0.1.0
description:
  - Creates, changes and deletes auto attendants with their menus.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  name:
    description:
      - Name of the attendant. One with a slash, or with C(.json) or C(.xml) at its end, is refused, because the server reads
        another name at that address.
    type: str
    required: true
  description:
    description: Free text.
    type: str
  prompt:
    description: File name of the welcome prompt, which must be on the server. Needed to create an attendant.
    type: str
  language:
    description: Language of the standard prompts; V(default) for that of the server.
    type: str
  allow_dial:
    description: Regular expression of the numbers that callers may dial.
    type: str
  deny_dial:
    description: Regular expression of the numbers that callers may not dial.
    type: str
  branches:
    description: Names of the branches that the attendant is for; an empty list means all.
    type: list
    elements: str
  menu:
    description: What each key does, and no other key does anything. The order means nothing. Needed to create an attendant.
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
      action:
        description: What it does.
        type: str
        required: true
        choices:
          - operator
          - dial_by_name
          - repeat_prompt
          - voicemail_access
          - disconnect
          - transfer_to_another_aa_menu
          - transfer_out
          - voicemail_deposit
      parameter:
        description: Number, extension or attendant that the action needs.
        type: str
  settings:
    description: Settings that are not mentioned are left alone; an empty map restores the defaults.
    type: dict
    suboptions:
      dtmf_inter_timeout:
        description: Seconds between two digits.
        type: int
      dtmf_overall_timeout:
        description: Seconds for all digits.
        type: int
      max_dtmf_number_tones:
        description: The most digits.
        type: int
      replay_count:
        description: How often the prompt is played again when nothing is dialled.
        type: int
      invalid_response_count:
        description: How many wrong answers are accepted.
        type: int
      transfer_on_failures:
        description: Whether the caller is transferred after that.
        type: bool
      transfer_extension:
        description: Where to.
        type: str
      prompt_to_play:
        description: File name of the prompt that is played before.
        type: str
      play_prompt_when_transfer:
        description: Whether a prompt is played when a call is transferred.
        type: bool
  state:
    description: Whether the auto attendant exists.
    type: str
    default: present
    choices:
      - present
      - absent
notes:
  - The attendants that the installation made, and those that a dialing rule uses, cannot be deleted.
seealso:
  - module: dialtone.voip.sipx_auto_attendants
  - module: dialtone.voip.sipx_dialing_rule
  - module: dialtone.voip.sipx_special_mode
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: The evening menu
  dialtone.voip.sipx_auto_attendant:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    name: Evening
    description: After 17:00
    prompt: afterhours.wav
    menu:
      - dial_pad: "0"
        action: operator
      - dial_pad: "1"
        action: transfer_out
        parameter: "4400"
    settings:
      replay_count: 3

- name: No longer needed
  dialtone.voip.sipx_auto_attendant:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    name: Evening
    state: absent
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the server addresses the auto attendant; absent when it is only about to be created.
  type: int
  returned: when known
  sample: 1006
auto_attendant:
  description: The auto attendant as it is after the task.
  type: dict
  returned: success
  sample:
    name: Evening
    prompt: afterhours.wav
    menu:
      - dial_pad: '0'
        action: operator
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.dial_plan.auto_attendant import (
    AUTO_ATTENDANT,
    AutoAttendantAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, AutoAttendantAdapter, AUTO_ATTENDANT)


if __name__ == "__main__":
    main()
