#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_external_address
short_description: Manage an external address of an OnSIP organization
version_added: 0.1.0
description:
  - Creates, changes and deletes local names for addresses on other servers.
  - The vendor published no form of the answers. Where the foreign address cannot be found in them, it is compared
    with nothing.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  address:
    description:
      - Local part of the SIP address, the part before the C(@). The domain is the one of the organization.
    type: str
    required: true
  foreign_address:
    description: The address on another server that it stands for, C(user@domain). The service takes no IP address.
      Needed to create it.
    type: str
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
seealso:
  - module: dialtone.voip.onsip_external_addresses
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes.unreadable
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.unreadable
"""

EXAMPLES = r"""
- name: An external address
  dialtone.voip.onsip_external_address:
    username: admin.example
    password: "{{ onsip_password }}"
    address: overflow
    foreign_address: 4000@pbx.example.net
    name: Overflow

- name: It is gone
  dialtone.voip.onsip_external_address:
    username: admin.example
    password: "{{ onsip_password }}"
    address: overflow
    state: absent
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the service addresses the external address; absent when it is only about to be created.
  type: str
  returned: when known
  sample: overflow@example.onsip.com
external_address:
  description: The external address as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    id: 88070
    address: overflow
    foreign_address: 4000@pbx.example.net
    name: Overflow
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - foreign_address
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.external_address import (
    EXTERNAL_ADDRESS,
    ExternalAddressAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP


def main() -> None:
    run_one(ONSIP, ExternalAddressAdapter, EXTERNAL_ADDRESS)


if __name__ == "__main__":
    main()
