#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_phone_numbers
short_description: Manage many telephone numbers of an OnSIP organization
version_added: 0.1.0
description:
  - Brings many telephone numbers to the wanted state in one call, with one login, one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(phone_numbers[].number) are both refused. The task fails in the end
    if any item failed.
  - The options of an item are those of M(dialtone.voip.onsip_phone_number).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  phone_numbers:
    description: The telephone numbers. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      number:
        description: The number. Only its digits are compared, without a leading 1.
        type: str
        required: true
      user:
        description: Name (O(ignore:auth_username)) of the user whom the number belongs to.
        type: str
      destination:
        description:
          - Local part of the address that calls go to, or a whole address of another organization of the account.
          - Needed whenever O(phone_numbers[].user) or O(phone_numbers[].caller_id_number_required) changes where the service does not show it.
        type: str
      caller_id_number_required:
        description: Whether calls without a number are turned away.
        type: bool
      note:
        description: A note; an empty text removes it. It is written by an action of which only the name is public, so it
          needs O(allow_unverified=true).
        type: str
      state:
        description: Whether the organization has the number.
        type: str
        choices:
          - present
          - absent
        default: present
      confirm_delete:
        description: 'Must be V(true) together with O(phone_numbers[].state=absent): the number is given up for good.'
        type: bool
seealso:
  - module: dialtone.voip.onsip_phone_number
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes.unreadable
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.onsip.unverified
  - dialtone.voip.unreadable
  - dialtone.voip.bulk.undeletable
"""

EXAMPLES = r"""
- name: Telephone numbers of the site
  dialtone.voip.onsip_phone_numbers:
    username: admin.example
    password: "{{ onsip_password }}"
    phone_numbers:
      - number: "12175550100"
        user: example_ines
        destination: support
        caller_id_number_required: false
    allow_unverified: true
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
  description: Changed and failed items in the order of the list; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    number:
      description: Key of the item.
      type: str
      sample: "12175550100"
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0.
      type: int
      sample: 4
    id:
      description: How the service addresses the object, where known.
      type: str
      sample: "30551"
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - user
    msg:
      description: Why the item failed.
      type: str
      sample: "create failed: POST /api with Action UserAdd was answered 200 and refused"
    unverified:
      description: Options that were given, but of which it was not checked whether they are in force.
      type: list
      elements: str
      sample:
        - destination
unverified:
  description: For each option that was given but not checked, of how many items.
  type: dict
  returned: when there are any
  sample:
    destination: 57
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.phone_number import PHONE_NUMBER, PhoneNumberAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP_UNVERIFIED


def main() -> None:
    run_many(ONSIP_UNVERIFIED, PhoneNumberAdapter, PHONE_NUMBER)


if __name__ == "__main__":
    main()
