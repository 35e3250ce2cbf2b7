#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_address
short_description: Manage an address of a sipgate account
version_added: 0.1.0
description:
  - Changes an address. No call creates or deletes addresses; a person does that in the web portal of sipgate.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  address_id:
    description: Number of the address; see M(dialtone.voip.sipgate_info).
    type: str
    required: true
  country_code:
    description: Country, for example V(DE).
    type: str
  region:
    description: State or region.
    type: str
  postcode:
    description: Postal code.
    type: str
  city:
    description: Town.
    type: str
  street:
    description: Street.
    type: str
  number:
    description: House number.
    type: str
  address1:
    description: Further line.
    type: str
  address2:
    description: Further line.
    type: str
  force:
    description: Has to be V(true) to change the place (O(country_code), O(region), O(postcode), O(city)), because that
      may deactivate the numbers that belong to it.
    type: bool
seealso:
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: The house number was wrong
  dialtone.voip.sipgate_address:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    address_id: '42'
    number: '3'
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
id:
  description: How the service addresses it; absent when it is only about to be created or the service does not tell.
  type: str
  returned: when known
  sample: '42'
address:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    address_id: '42'
    country_code: DE
    postcode: '10115'
    city: Berlin
    street: Example Street
    number: '1'
    type: CUSTOMER
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.address import ADDRESS, AddressAdapter


def main() -> None:
    run_one(SIPGATE_V2, AddressAdapter, ADDRESS)


if __name__ == "__main__":
    main()
