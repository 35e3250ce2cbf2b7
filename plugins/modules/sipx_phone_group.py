#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_phone_group
short_description: Manage a phone group of a sipXcom server
version_added: 0.1.0
description:
  - Creates, changes and deletes groups of phones.
  - Which phones belong to a group is an option of the phone, see M(dialtone.voip.sipx_phone).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
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
  - module: dialtone.voip.sipx_phone_groups
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: The lobby phones have a group
  dialtone.voip.sipx_phone_group:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    name: front-office
    description: Lobby phones
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the server addresses the phone group; absent when it is only about to be created.
  type: int
  returned: when known
  sample: 57
phone_group:
  description: The phone group as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    name: front-office
    description: Lobby phones
    weight: 7
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.phone_group import PHONE_GROUP, PhoneGroupAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, PhoneGroupAdapter, PHONE_GROUP)


if __name__ == "__main__":
    main()
