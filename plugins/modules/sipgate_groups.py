#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_groups
short_description: Manage the devices of many groups of a sipgate account
version_added: 0.1.0
description:
  - Sets the devices of many groups in one call.
  - A bad item fails alone; two items with one O(groups[].alias) are both refused. The task fails in the end if any item
    failed.
  - The options of an item are those of M(dialtone.voip.sipgate_group).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  groups:
    description: The groups. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      alias:
        description: Name of the group.
        type: str
        required: true
      devices:
        description: Devices that ring, and no others, each as V(ada.sample@example.com/Desk) or by its extension id. An empty
          list removes all.
        type: list
        elements: str
seealso:
  - module: dialtone.voip.sipgate_group
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
  - dialtone.voip.bulk.undeletable
"""

EXAMPLES = r"""
- name: The groups of the site
  dialtone.voip.sipgate_groups:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    groups:
      - alias: Sales
        devices:
          - ada.sample@example.com/Desk
      - alias: Support
        devices: []
"""

RETURN = r"""
summary:
  description: How many items had which outcome.
  type: dict
  returned: success
  sample:
    created: 0
    updated: 1
    deleted: 0
    unchanged: 56
    failed: 0
    total: 57
results:
  description: Changed and failed items in the order of the list; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    alias:
      description: Key of the item.
      type: str
      sample: Sales
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0; absent for a pruned object.
      type: int
      sample: 4
    id:
      description: How the service addresses it, where known.
      type: str
      sample: g0
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - devices
    msg:
      description: Why the item failed.
      type: str
      sample: does not exist, and cannot be created
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.group import GROUP, GroupAdapter


def main() -> None:
    run_many(SIPGATE_V2, GroupAdapter, GROUP)


if __name__ == "__main__":
    main()
