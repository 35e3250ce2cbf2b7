#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_branches
short_description: Manage many branches of a sipXcom server
version_added: 0.1.0
description:
  - Brings many branches to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(branches[].name) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_branch).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  branches:
    description: The branches. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      name:
        description: Name of the branch, compared exactly.
        type: str
        required: true
      description:
        description: What the branch is.
        type: str
      address:
        description: Postal address. Only the given parts are managed; an empty map clears all of them.
        type: dict
        suboptions:
          street:
            description: Street and number.
            type: str
          city:
            description: City.
            type: str
          country:
            description: Country.
            type: str
          state:
            description: State or province.
            type: str
          zip:
            description: Postal code.
            type: str
          office_designation:
            description: Floor, room or the like.
            type: str
      phone_number:
        description: Phone number of the branch.
        type: str
      fax_number:
        description: Fax number of the branch.
        type: str
      state:
        description: Whether the branch exists.
        type: str
        choices:
          - present
          - absent
        default: present
notes:
  - A branch that a gateway uses cannot be deleted; the server says so and the task fails.
seealso:
  - module: dialtone.voip.sipx_branch
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: All branches, and no others
  dialtone.voip.sipx_branches:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    branches:
      - name: Berlin
        description: Head office
      - name: Lyon depot
        address:
          city: Lyon
    prune: true
    prune_scope:
      all: true
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
      sample: Lyon depot
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
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.branch import BRANCH, BranchAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_many(SIPX, BranchAdapter, BRANCH)


if __name__ == "__main__":
    main()
