#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_e911_locations
short_description: Manage many emergency locations of an OnSIP organization
version_added: 0.1.0
description:
  - Brings many emergency locations to the wanted state in one call, with one login, one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(e911_locations[].name) are both refused. The task fails in the end if
    any item failed.
  - The options of an item are those of M(dialtone.voip.onsip_e911_location).
  - The vendor published only the names of the actions that write this, not their parameters. Those that are used
    follow its other actions; nobody has tried them. They need O(allow_unverified=true).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  e911_locations:
    description: The emergency locations. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
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
  - module: dialtone.voip.onsip_e911_location
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.onsip.unverified
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: Emergency locations of the site
  dialtone.voip.onsip_e911_locations:
    username: admin.example
    password: "{{ onsip_password }}"
    e911_locations:
      - name: Head office
        location_type: shared
        street_number: "12"
        street_name: Sample Road
        city: Springfield
        state_code: IL
        zip: "62701"
        country: US
        city_state_zip_only: false
    allow_unverified: true

- name: Emergency locations from a file, and no others
  dialtone.voip.onsip_e911_locations:
    username: admin.example
    password: "{{ onsip_password }}"
    src: /srv/onboarding/e911_locations.csv
    allow_unverified: true
    prune: true
    prune_scope:
      all: true
    max_deletes: 3
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
    unchanged: 56
    failed: 0
    total: 60
results:
  description: Changed and failed items in the order of the list, then what was pruned; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    name:
      description: Key of the item.
      type: str
      sample: Head office
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0; absent for a pruned object.
      type: int
      sample: 4
    id:
      description: How the service addresses the object, where known.
      type: str
      sample: "512"
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - location_type
    msg:
      description: Why the item failed.
      type: str
      sample: "create failed: POST /api with Action UserAdd was answered 200 and refused"
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.e911_location import (
    E911_LOCATION,
    E911LocationAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP_UNVERIFIED


def main() -> None:
    run_many(ONSIP_UNVERIFIED, E911LocationAdapter, E911_LOCATION)


if __name__ == "__main__":
    main()
