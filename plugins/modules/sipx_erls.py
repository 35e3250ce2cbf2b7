#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_erls
short_description: Manage many emergency response locations of a commercial sipXcom server
version_added: 0.1.0
description:
  - Brings many erls to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(erls[].elin) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_erl).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  erls:
    description: The erls. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      elin:
        description: 'Emergency location identification number: the number that is called back.'
        type: str
        required: true
      location:
        description: Name of the place. Needed to create a location.
        type: str
      address_info:
        description: Its address. Needed to create a location.
        type: str
      description:
        description: Free text.
        type: str
      state:
        description: Whether the erl exists.
        type: str
        default: present
        choices:
          - present
          - absent
seealso:
  - module: dialtone.voip.sipx_erl
  - module: dialtone.voip.sipx_erl_assignments
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The floors
  dialtone.voip.sipx_erls:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    erls:
      - elin: "493023125010"
        location: Berlin, first floor
        address_info: Torstrasse 1, Berlin
      - elin: "493023125011"
        location: Berlin, second floor
        address_info: Torstrasse 1, Berlin
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
    elin:
      description: Key of the item.
      type: str
      sample: '493023125010'
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0; absent for a pruned object.
      type: int
      sample: 4
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - address_info
    msg:
      description: Why the item failed.
      type: str
      sample: 'create failed: the name is already used'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.system.erl import ERL, ErlAdapter


def main() -> None:
    run_many(SIPX, ErlAdapter, ERL)


if __name__ == "__main__":
    main()
