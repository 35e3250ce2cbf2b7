#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_group_order
short_description: Manage the order of the groups of a sipXcom server
version_added: 0.1.0
description:
  - Puts phone groups or user groups in order. Where several groups of a phone or user set the same, the last one wins.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  kind:
    description: Which groups.
    type: str
    required: true
    choices:
      - phone_groups
      - user_groups
  groups:
    description: Names of groups in the wanted order. Groups that are not mentioned keep their places.
    type: list
    elements: str
seealso:
  - module: dialtone.voip.sipx_phone_group
  - module: dialtone.voip.sipx_user_group
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: What the front office sets wins over what all phones have
  dialtone.voip.sipx_group_order:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    kind: phone_groups
    groups:
      - all
      - front-office
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
group_order:
  description: The group order as it is after the task.
  type: dict
  returned: success
  sample:
    kind: phone_groups
    groups:
      - all
      - front-office
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.group_order import GROUP_ORDER, GroupOrderAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, GroupOrderAdapter, GROUP_ORDER)


if __name__ == "__main__":
    main()
