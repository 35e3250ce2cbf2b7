#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_user_address
short_description: Manage a SIP address of an OnSIP user
version_added: 0.1.0
description:
  - Creates, changes and deletes the addresses at which users are called.
  - The first address of a user comes with the user, and is managed here like any other.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  address:
    description:
      - Local part of the SIP address of a user, the part before the C(@). The domain is the one of the organization.
    type: str
    required: true
  user:
    description:
      - Name (O(ignore:auth_username)) of the user that the address belongs to. Needed to create it.
    type: str
  name:
    description: Name that is shown for the address.
    type: str
  ring_timeout:
    description: Seconds to ring before O(failover) takes over. A new address gets 20 unless something else is said.
    type: int
  failover:
    description:
      - 'Where calls go that nobody answers: the local part of an address of any kind, or a whole address of another
        organization of the account.'
      - An empty text removes it.
    type: str
  state:
    description: Whether the address exists.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: dialtone.voip.onsip_user_addresses
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
"""

EXAMPLES = r"""
- name: An address
  dialtone.voip.onsip_user_address:
    username: admin.example
    password: "{{ onsip_password }}"
    address: ines
    user: example_ines
    ring_timeout: 25
    failover: vm.ines

- name: It is gone
  dialtone.voip.onsip_user_address:
    username: admin.example
    password: "{{ onsip_password }}"
    address: ines
    state: absent
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the service addresses the address; absent when it is only about to be created.
  type: str
  returned: when known
  sample: ines@example.onsip.com
user_address:
  description: The address as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    id: 88002
    address: ines
    user: example_ines
    name: Ines Okafor
    ring_timeout: 25
    failover: vm.ines
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.user_address import USER_ADDRESS, UserAddressAdapter


def main() -> None:
    run_one(ONSIP, UserAddressAdapter, USER_ADDRESS)


if __name__ == "__main__":
    main()
