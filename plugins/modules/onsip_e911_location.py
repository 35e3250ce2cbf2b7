#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_e911_location
short_description: Manage an emergency location of an OnSIP organization
version_added: 0.1.0
description:
  - Creates, changes and deletes the locations that emergency services are told.
  - The vendor published only the names of the actions that write this, not their parameters. Those that are used
    follow its other actions; nobody has tried them. They need O(allow_unverified=true).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  name:
    description: Name of the location.
    type: str
    required: true
  location_type:
    description: Whether any number of users share it, or one has it alone. Needed to create it.
    type: str
    choices:
      - shared
      - private
  user:
    description: Name (O(ignore:auth_username)) of the user of a private location.
    type: str
  street_number:
    description: Number in the street.
    type: str
  street_name:
    description: Street.
    type: str
  address_type:
    description: Kind of the part of the building, for example V(Suite).
    type: str
  address_type_number:
    description: Number of that part.
    type: str
  city:
    description: City.
    type: str
  state_code:
    description: Code of the state.
    type: str
  zip:
    description: Postal code.
    type: str
  country:
    description: Country.
    type: str
  city_state_zip_only:
    description: Whether only city, state and postal code are used. The vendor advises it only where the whole address
      is not accepted.
    type: bool
  state:
    description: Whether the location exists.
    type: str
    choices:
      - present
      - absent
    default: present
notes:
  - Lives depend on it. Make a test call after each change.
seealso:
  - module: dialtone.voip.onsip_e911_locations
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.onsip.unverified
"""

EXAMPLES = r"""
- name: An emergency location
  dialtone.voip.onsip_e911_location:
    username: admin.example
    password: "{{ onsip_password }}"
    name: Head office
    location_type: shared
    street_number: "12"
    street_name: Sample Road
    city: Springfield
    state_code: IL
    zip: "62701"
    country: US
    city_state_zip_only: false
    allow_unverified: true

- name: It is gone
  dialtone.voip.onsip_e911_location:
    username: admin.example
    password: "{{ onsip_password }}"
    name: Head office
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
  description: How the service addresses the emergency location; absent when it is only about to be created.
  type: str
  returned: when known
  sample: "512"
e911_location:
  description: The emergency location as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    id: 512
    name: Head office
    location_type: shared
    city: Springfield
    assigned_addresses: 0
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.e911_location import (
    E911_LOCATION,
    E911LocationAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP_UNVERIFIED


def main() -> None:
    run_one(ONSIP_UNVERIFIED, E911LocationAdapter, E911_LOCATION)


if __name__ == "__main__":
    main()
