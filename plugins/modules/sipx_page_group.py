#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_page_group
short_description: Manage a page group of a sipXcom server
version_added: 0.1.0
description:
  - 'Creates, changes and deletes page groups: users whose phones all play what one caller says.'
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
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
  - module: dialtone.voip.sipx_page_groups
  - module: dialtone.voip.sipx_prompt
  - module: dialtone.voip.sipx_service_settings
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Page the warehouse
  dialtone.voip.sipx_page_group:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    page_group_number: "31"
    description: Warehouse
    sound: default.wav
    paging_timeout: 45
    users:
      - "4101"
      - "4102"

- name: No longer needed
  dialtone.voip.sipx_page_group:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    page_group_number: "31"
    state: absent
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the server addresses the page group; absent when it is only about to be created.
  type: int
  returned: when known
  sample: 3
page_group:
  description: The page group as it is after the task.
  type: dict
  returned: success
  sample:
    page_group_number: '31'
    description: Warehouse
    sound: default.wav
    paging_timeout: 45
    users:
      - '4101'
      - '4102'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.audio.page_group import PAGE_GROUP, PageGroupAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, PageGroupAdapter, PAGE_GROUP)


if __name__ == "__main__":
    main()
