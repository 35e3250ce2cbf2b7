#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_user_groups
short_description: Manage many user groups of a sipXcom server
version_added: 0.1.0
description:
  - Brings many user groups to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(user_groups[].name) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_user_group).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  user_groups:
    description: The user groups. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      name:
        description: Name of the group, compared exactly. Other parts of the product separate names with blanks, so avoid them.
        type: str
        required: true
      description:
        description: What the group is for.
        type: str
      branch:
        description: Name of the branch that the members belong to; an empty text removes it.
        type: str
      permissions:
        description:
          - Permissions that the group grants (V(true)) or denies (V(false)) its members; those that are not mentioned are left alone.
          - Built-in ones by name, for example C(InternationalDialing), custom ones by label or name.
          - The server has no call that makes a group say nothing about a permission again.
        type: dict
      settings:
        description:
          - Setting path to value, for all members; settings that are not mentioned are left alone. A path that users do not have is
            an error.
          - The value V((default\)) takes a setting from the group, and an empty map takes all from it.
        type: dict
      state:
        description: Whether the user group exists.
        type: str
        choices:
          - present
          - absent
        default: present
notes:
  - The group C(administrators) is never deleted or renamed.
seealso:
  - module: dialtone.voip.sipx_user_group
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The groups of the site
  dialtone.voip.sipx_user_groups:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    user_groups:
      - name: frontdesk
        branch: Berlin
      - name: warehouse
        branch: Lyon depot
      - name: interns
        state: absent
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
      sample: frontdesk
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
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.user_group import USER_GROUP, UserGroupAdapter


def main() -> None:
    run_many(SIPX, UserGroupAdapter, USER_GROUP)


if __name__ == "__main__":
    main()
