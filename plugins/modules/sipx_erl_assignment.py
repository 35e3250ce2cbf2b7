#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_erl_assignment
short_description: Manage at which emergency response location somebody or something is
version_added: 0.1.0
description:
  - Assigns a location to a user, a user group, a phone or a phone group. Only the commercial edition has locations.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  name:
    description: User name, name of the group, or serial number of the phone.
    type: str
    required: true
  kind:
    description: What the name is one of.
    type: str
    required: true
    choices:
      - user
      - user_group
      - phone
      - phone_group
  elin:
    description: The location's number. An empty text takes the location away, for which there is no call for a user group or a phone.
    type: str
seealso:
  - module: dialtone.voip.sipx_erl_assignments
  - module: dialtone.voip.sipx_erl
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: The phones of the second floor
  dialtone.voip.sipx_erl_assignment:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    kind: phone_group
    name: floor-2
    elin: "493023125010"

- name: A user who works elsewhere now
  dialtone.voip.sipx_erl_assignment:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    kind: user
    name: "4101"
    elin: ""
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
erl_assignment:
  description: The erl assignment as it is after the task.
  type: dict
  returned: success
  sample:
    kind: phone_group
    name: floor-2
    elin: '493023125010'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.system.erl import ERL_ASSIGNMENT, ErlAssignmentAdapter


def main() -> None:
    run_one(SIPX, ErlAssignmentAdapter, ERL_ASSIGNMENT)


if __name__ == "__main__":
    main()
