#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_e911_address
short_description: Manage an emergency address of an OnSIP organization
version_added: 0.1.0
description:
  - Creates, changes and deletes addresses that lead to the emergency services.
  - The vendor published only the names of the actions that write this, not their parameters. Those that are used
    follow its other actions; nobody has tried them. They need O(allow_unverified=true).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  address:
    description:
      - Local part of the SIP address, the part before the C(@). The domain is the one of the organization.
    type: str
    required: true
  name:
    description: Name that is shown for the address.
    type: str
  state:
    description: Whether the address exists.
    type: str
    choices:
      - present
      - absent
    default: present
notes:
  - Lives depend on it. Make a test call after each change.
seealso:
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.onsip.unverified
"""

EXAMPLES = r"""
- name: An emergency address
  dialtone.voip.onsip_e911_address:
    username: admin.example
    password: "{{ onsip_password }}"
    address: emergency
    allow_unverified: true

- name: It is gone
  dialtone.voip.onsip_e911_address:
    username: admin.example
    password: "{{ onsip_password }}"
    address: emergency
    state: absent
    allow_unverified: true
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the service addresses the emergency address; absent when it is only about to be created.
  type: str
  returned: when known
  sample: emergency@example.onsip.com
e911_address:
  description: The emergency address as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    id: 88090
    address: emergency
    name: emergency
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.e911_address import E911_ADDRESS, E911AddressAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP_UNVERIFIED


def main() -> None:
    run_one(ONSIP_UNVERIFIED, E911AddressAdapter, E911_ADDRESS)


if __name__ == "__main__":
    main()
