#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_voicemail_boxes
short_description: Manage many voicemail boxes of an OnSIP organization
version_added: 0.1.0
description:
  - Brings many voicemail boxes to the wanted state in one call, with one login, one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(voicemail_boxes[].mailbox) are both refused. The task fails in the
    end if any item failed.
  - The options of an item are those of M(dialtone.voip.onsip_voicemail_box).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  voicemail_boxes:
    description: The voicemail boxes. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
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
          - 'Whether messages are told to O(voicemail_boxes[].email_address): V(never), with a V(notice), with the recording as
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
        description: Whether messages are told to O(voicemail_boxes[].pager_address).
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
  - module: dialtone.voip.onsip_voicemail_box
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes.partial
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.secrets.verify
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: Voicemail boxes of the site
  dialtone.voip.onsip_voicemail_boxes:
    username: admin.example
    password: "{{ onsip_password }}"
    voicemail_boxes:
      - mailbox: "7002"
        address: vm.ines
        full_name: Ines Okafor
        pin: "{{ ines_pin }}"
        notify_email: attach
        email_address: ines@example.com

- name: Voicemail boxes from a file, and no others
  dialtone.voip.onsip_voicemail_boxes:
    username: admin.example
    password: "{{ onsip_password }}"
    src: /srv/onboarding/voicemail_boxes.csv
    prune: true
    prune_scope:
      all: true
    max_deletes: 3
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
    unchanged: 56
    failed: 0
    total: 60
results:
  description: Changed and failed items in the order of the list, then what was pruned; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    mailbox:
      description: Key of the item.
      type: str
      sample: "7002"
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0; absent for a pruned object.
      type: int
      sample: 4
    id:
      description: How the service addresses the object, where known.
      type: str
      sample: "11807"
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - address
    msg:
      description: Why the item failed.
      type: str
      sample: "create failed: POST /api with Action UserAdd was answered 200 and refused"
    unverified:
      description: Options that were given, but of which it was not checked whether they are in force.
      type: list
      elements: str
      sample:
        - pin
unverified:
  description: For each option that was given but not checked, of how many items.
  type: dict
  returned: when there are any
  sample:
    pin: 57
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.voicemail_box import (
    VOICEMAIL_BOX,
    VoicemailBoxAdapter,
)


def main() -> None:
    run_many(ONSIP, VoicemailBoxAdapter, VOICEMAIL_BOX)


if __name__ == "__main__":
    main()
