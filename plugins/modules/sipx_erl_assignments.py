#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_erl_assignments
short_description: Manage at which emergency response locations many users, phones and groups are
version_added: 0.1.0
description:
  - Brings many erl assignments to the wanted state in one call, with one look at each and a few writes at a time.
  - A bad item fails alone; two items with one O(erl_assignments[].name) of one kind are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_erl_assignment).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  erl_assignments:
    description: The erl assignments. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      name:
        description: User name, name of the group, or serial number of the phone.
        type: str
        required: true
      kind:
        description: What the name is one of.
        type: str
        required: true
        choices:
          - user
          - user_group
          - phone
          - phone_group
      elin:
        description: The location's number. An empty text takes the location away, for which there is no call for a user group or a phone.
        type: str
seealso:
  - module: dialtone.voip.sipx_erl_assignment
  - module: dialtone.voip.sipx_erls
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.bulk.undeletable
"""

EXAMPLES = r"""
- name: Where the phones stand
  dialtone.voip.sipx_erl_assignments:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    erl_assignments:
      - kind: phone_group
        name: floor-2
        elin: "493023125010"
      - kind: phone
        name: "0004f2c0ffee"
        elin: "493023125010"
"""

RETURN = r"""
summary:
  description: How many items had which outcome.
  type: dict
  returned: success
  sample:
    created: 0
    updated: 4
    deleted: 0
    unchanged: 5
    failed: 0
    total: 9
results:
  description: Changed and failed items in the order of the list; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    name:
      description: Key of the item.
      type: str
      sample: floor-2
    action:
      description: V(updated), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0.
      type: int
      sample: 4
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - elin
    msg:
      description: Why the item failed.
      type: str
      sample: "update failed: phone '0004f2aa01bc' does not exist on the server"
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.system.erl import ERL_ASSIGNMENT, ErlAssignmentAdapter


def main() -> None:
    run_many(SIPX, ErlAssignmentAdapter, ERL_ASSIGNMENT)


if __name__ == "__main__":
    main()
