#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_attendants
short_description: Manage many attendants of an OnSIP organization
version_added: 0.1.0
description:
  - Brings many attendants to the wanted state in one call, with one login, one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(attendants[].address) are both refused. The task fails in the end if
    any item failed.
  - The options of an item are those of M(dialtone.voip.onsip_attendant).
  - The vendor published only the names of the actions that write this, not their parameters. Those that are used
    follow its other actions; nobody has tried them. They need O(allow_unverified=true).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  attendants:
    description: The attendants. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      address:
        description:
          - Local part of the SIP address of the menu, the part before the C(@). The domain is the one of the
            organization.
        type: str
        required: true
      name:
        description: Name that is shown for the address.
        type: str
      menu_id:
        description: Number of the attendant menu. Needed to create it. No action manages the menus themselves.
        type: int
      state:
        description: Whether the address exists.
        type: str
        choices:
          - present
          - absent
        default: present
seealso:
  - module: dialtone.voip.onsip_attendant
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.onsip.unverified
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: Attendants of the site
  dialtone.voip.onsip_attendants:
    username: admin.example
    password: "{{ onsip_password }}"
    attendants:
      - address: welcome
        menu_id: 77
    allow_unverified: true

- name: Attendants from a file, and no others
  dialtone.voip.onsip_attendants:
    username: admin.example
    password: "{{ onsip_password }}"
    src: /srv/onboarding/attendants.csv
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
      sample: welcome
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
      sample: welcome@example.onsip.com
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - name
    msg:
      description: Why the item failed.
      type: str
      sample: "create failed: POST /api with Action UserAdd was answered 200 and refused"
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.attendant import ATTENDANT, AttendantAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP_UNVERIFIED


def main() -> None:
    run_many(ONSIP_UNVERIFIED, AttendantAdapter, ATTENDANT)


if __name__ == "__main__":
    main()
