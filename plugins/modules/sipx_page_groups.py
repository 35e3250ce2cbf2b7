#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_page_groups
short_description: Manage many page groups of a sipXcom server
version_added: 0.1.0
description:
  - Brings many page groups to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(page_groups[].page_group_number) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_page_group).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  page_groups:
    description: The page groups. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      page_group_number:
        description: Number that is dialled behind the paging prefix.
        type: str
        required: true
      enabled:
        description: Whether the group can be called. A new group is enabled.
        type: bool
      description:
        description: Free text.
        type: str
      sound:
        description: File name of the sound that is played first, in the area V(page_groups) of M(dialtone.voip.sipx_prompt). Needed to create a group.
        type: str
      paging_timeout:
        description: Seconds after which a page ends. A new group has 60.
        type: int
      users:
        description: User names or aliases of the members, and no others. The order means nothing.
        type: list
        elements: str
      state:
        description: Whether the page group exists.
        type: str
        default: present
        choices:
          - present
          - absent
seealso:
  - module: dialtone.voip.sipx_page_group
  - module: dialtone.voip.sipx_prompt
  - module: dialtone.voip.sipx_service_settings
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The page groups of the site
  dialtone.voip.sipx_page_groups:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    page_groups:
      - page_group_number: "31"
        sound: default.wav
        users:
          - "4101"
      - page_group_number: "32"
        sound: default.wav
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
    page_group_number:
      description: Key of the item.
      type: str
      sample: '31'
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
      sample: 3
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - users
    msg:
      description: Why the item failed.
      type: str
      sample: 'create failed: another page group has this number'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.audio.page_group import PAGE_GROUP, PageGroupAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_many(SIPX, PageGroupAdapter, PAGE_GROUP)


if __name__ == "__main__":
    main()
