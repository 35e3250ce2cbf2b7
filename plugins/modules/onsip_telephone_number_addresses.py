#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_telephone_number_addresses
short_description: Manage many telephone number addresses of an OnSIP organization
version_added: 0.1.0
description:
  - Brings many telephone number addresses to the wanted state in one call, with one login, one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(telephone_number_addresses[].address) are both refused. The task
    fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.onsip_telephone_number_address).
  - The vendor published only the names of the actions that write this, not their parameters. Those that are used
    follow its other actions; nobody has tried them. They need O(allow_unverified=true).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  telephone_number_addresses:
    description: The telephone number addresses. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      address:
        description:
          - Local part of the SIP address, which is the telephone number; it stands before the C(@). The domain is the one of the
            organization.
        type: str
        required: true
      user:
        description:
          - Name (O(ignore:auth_username)) of the user that the address belongs to. Needed to create it.
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
  - module: dialtone.voip.onsip_telephone_number_address
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.onsip.unverified
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: Telephone number addresses of the site
  dialtone.voip.onsip_telephone_number_addresses:
    username: admin.example
    password: "{{ onsip_password }}"
    telephone_number_addresses:
      - address: "12175550123"
        user: example_ines
    allow_unverified: true

- name: Telephone number addresses from a file, and no others
  dialtone.voip.onsip_telephone_number_addresses:
    username: admin.example
    password: "{{ onsip_password }}"
    src: /srv/onboarding/telephone_number_addresses.csv
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
    address:
      description: Key of the item.
      type: str
      sample: "12175550123"
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
      sample: 12175550123@example.onsip.com
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - user
    msg:
      description: Why the item failed.
      type: str
      sample: "create failed: POST /api with Action UserAdd was answered 200 and refused"
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP_UNVERIFIED
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.telephone_number_address import (
    TELEPHONE_NUMBER_ADDRESS,
    TelephoneNumberAddressAdapter,
)


def main() -> None:
    run_many(ONSIP_UNVERIFIED, TelephoneNumberAddressAdapter, TELEPHONE_NUMBER_ADDRESS)


if __name__ == "__main__":
    main()
