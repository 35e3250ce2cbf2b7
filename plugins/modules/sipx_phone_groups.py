#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_phone_groups
short_description: Manage many phone groups of a sipXcom server
version_added: 0.1.0
description:
  - Brings many phone groups to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(phone_groups[].name) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_phone_group).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  phone_groups:
    description: The phone groups. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      name:
        description: Name of the group, compared exactly.
        type: str
        required: true
      description:
        description: What the group is for.
        type: str
      weight:
        description:
          - Rank of the group. Where several groups of a phone set the same setting, the group with the highest weight wins.
          - A new group gets the highest weight plus one when this is omitted.
        type: int
      state:
        description: Whether the phone group exists.
        type: str
        choices:
          - present
          - absent
        default: present
seealso:
  - module: dialtone.voip.sipx_phone_group
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The phone groups of the site
  dialtone.voip.sipx_phone_groups:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    phone_groups:
      - name: all-phones
        weight: 1
      - name: front-office
        weight: 2
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
    name:
      description: Key of the item.
      type: str
      sample: front-office
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
      sample: 57
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - description
    msg:
      description: Why the item failed.
      type: str
      sample: "create failed: the name is already used"
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.phone_group import PHONE_GROUP, PhoneGroupAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_many(SIPX, PhoneGroupAdapter, PHONE_GROUP)


if __name__ == "__main__":
    main()
