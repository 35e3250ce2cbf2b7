#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_permissions
short_description: Manage many custom permissions of a sipXcom server
version_added: 0.1.0
description:
  - Brings many custom permissions to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(permissions[].label) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_permission).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  permissions:
    description: The custom permissions. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      label:
        description: What people call the permission, compared exactly. The server generates its name.
        type: str
        required: true
      description:
        description: What the permission is for.
        type: str
      default_value:
        description:
          - Whether users have the permission unless it is taken from them or their groups.
          - A new permission is not granted by default when this is omitted.
        type: bool
      state:
        description: Whether the permission exists.
        type: str
        choices:
          - present
          - absent
        default: present
seealso:
  - module: dialtone.voip.sipx_permission
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The custom permissions of the site
  dialtone.voip.sipx_permissions:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    permissions:
      - label: Dial satellite
        description: Costly
      - label: Door opener
        default_value: true
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
    label:
      description: Key of the item.
      type: str
      sample: Dial satellite
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
      type: str
      sample: perm_33
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
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.permission import PERMISSION, PermissionAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_many(SIPX, PermissionAdapter, PERMISSION)


if __name__ == "__main__":
    main()
