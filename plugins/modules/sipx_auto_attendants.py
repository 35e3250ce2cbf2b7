#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_auto_attendants
short_description: Manage many auto attendants of a sipXcom server
version_added: 0.1.0
description:
  - Brings many auto attendants to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(auto_attendants[].name) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_auto_attendant).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  auto_attendants:
    description: The auto attendants. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
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
  - module: dialtone.voip.sipx_auto_attendant
  - module: dialtone.voip.sipx_dialing_rule
  - module: dialtone.voip.sipx_special_mode
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The attendants of the site
  dialtone.voip.sipx_auto_attendants:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    auto_attendants:
      - name: Evening
        prompt: afterhours.wav
        menu:
          - dial_pad: "0"
            action: operator
      - name: Holiday
        prompt: afterhours.wav
        menu:
          - dial_pad: "9"
            action: disconnect
"""

RETURN = r"""
summary:
  description: How many items had which outcome.
  type: dict
  returned: success
  sample:
    created: 3
    updated: 1
    deleted: 0
    unchanged: 5
    failed: 0
    total: 9
results:
  description: Changed and failed items in the order of the list, then what was pruned; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    name:
      description: Key of the item.
      type: str
      sample: Evening
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0; absent for a pruned object.
      type: int
      sample: 4
    id:
      description: How the server addresses the object, where known.
      type: int
      sample: 1006
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - menu
    msg:
      description: Why the item failed.
      type: str
      sample: 'create failed: the name is already used'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.dial_plan.auto_attendant import (
    AUTO_ATTENDANT,
    AutoAttendantAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_many(SIPX, AutoAttendantAdapter, AUTO_ATTENDANT)


if __name__ == "__main__":
    main()
