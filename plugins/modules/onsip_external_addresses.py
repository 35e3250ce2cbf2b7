#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_external_addresses
short_description: Manage many external addresses of an OnSIP organization
version_added: 0.1.0
description:
  - Brings many external addresses to the wanted state in one call, with one login, one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(external_addresses[].address) are both refused. The task fails in the
    end if any item failed.
  - The options of an item are those of M(dialtone.voip.onsip_external_address).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  external_addresses:
    description: The external addresses. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
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
  - module: dialtone.voip.onsip_external_address
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes.unreadable
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.unreadable
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: External addresses of the site
  dialtone.voip.onsip_external_addresses:
    username: admin.example
    password: "{{ onsip_password }}"
    external_addresses:
      - address: overflow
        foreign_address: 4000@pbx.example.net
        name: Overflow

- name: External addresses from a file, and no others
  dialtone.voip.onsip_external_addresses:
    username: admin.example
    password: "{{ onsip_password }}"
    src: /srv/onboarding/external_addresses.csv
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
      sample: overflow
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
      sample: overflow@example.onsip.com
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - foreign_address
    msg:
      description: Why the item failed.
      type: str
      sample: "create failed: POST /api with Action UserAdd was answered 200 and refused"
    unverified:
      description: Options that were given, but of which it was not checked whether they are in force.
      type: list
      elements: str
      sample:
        - foreign_address
unverified:
  description: For each option that was given but not checked, of how many items.
  type: dict
  returned: when there are any
  sample:
    foreign_address: 57
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.external_address import (
    EXTERNAL_ADDRESS,
    ExternalAddressAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP


def main() -> None:
    run_many(ONSIP, ExternalAddressAdapter, EXTERNAL_ADDRESS)


if __name__ == "__main__":
    main()
