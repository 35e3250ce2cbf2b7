#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_user_addresses
short_description: Manage many addresses of an OnSIP organization
version_added: 0.1.0
description:
  - Brings many addresses to the wanted state in one call, with one login, one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(user_addresses[].address) are both refused. The task fails in the end
    if any item failed.
  - The options of an item are those of M(dialtone.voip.onsip_user_address).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  user_addresses:
    description: The addresses. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
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
        description: Seconds to ring before O(user_addresses[].failover) takes over. A new address gets 20 unless something else is said.
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
  - module: dialtone.voip.onsip_user_address
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: Addresses of the site
  dialtone.voip.onsip_user_addresses:
    username: admin.example
    password: "{{ onsip_password }}"
    user_addresses:
      - address: ines
        user: example_ines
        ring_timeout: 25
        failover: vm.ines

- name: Addresses from a file, and no others
  dialtone.voip.onsip_user_addresses:
    username: admin.example
    password: "{{ onsip_password }}"
    src: /srv/onboarding/user_addresses.csv
    prune: true
    prune_scope:
      all: true
    prune_protect:
      - admin*
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
      sample: ines
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
      sample: ines@example.onsip.com
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
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.user_address import USER_ADDRESS, UserAddressAdapter


def main() -> None:
    run_many(ONSIP, UserAddressAdapter, USER_ADDRESS)


if __name__ == "__main__":
    main()
