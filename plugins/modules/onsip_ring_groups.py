#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_ring_groups
short_description: Manage many ring groups of an OnSIP organization
version_added: 0.1.0
description:
  - Brings many ring groups to the wanted state in one call, with one login, one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(ring_groups[].address) are both refused. The task fails in the end if
    any item failed.
  - The options of an item are those of M(dialtone.voip.onsip_ring_group).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  ring_groups:
    description: The ring groups. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      address:
        description:
          - Local part of the SIP address of the group, the part before the C(@). The domain is the one of the
            organization.
        type: str
        required: true
      ordering:
        description: Whether members ring at once or one after the other. Needed to create it.
        type: str
        choices:
          - parallel
          - sequential
      ring_timeout:
        description: Seconds to ring, from 1 to 119. Needed to create it.
        type: int
      members:
        description:
          - Who rings. Needed to create the group, and whenever something else of it changes where the service does not
            show the members.
        type: list
        elements: dict
        suboptions:
          address:
            description: Local part of a user address.
            type: str
            required: true
          priority:
            description: Lower ones ring first in a sequential group.
            type: int
            default: 1
      failover:
        description:
          - 'Where calls go that nobody answers: the local part of an address of any kind, or a whole address of another
            organization of the account.'
          - An empty text removes it.
        type: str
      state:
        description: Whether the group exists.
        type: str
        choices:
          - present
          - absent
        default: present
seealso:
  - module: dialtone.voip.onsip_ring_group
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes.unreadable
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.unreadable
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: Ring groups of the site
  dialtone.voip.onsip_ring_groups:
    username: admin.example
    password: "{{ onsip_password }}"
    ring_groups:
      - address: support
        ordering: sequential
        ring_timeout: 30
        members:
          - address: ines
          - address: jonas
            priority: 2
        failover: vm.support

- name: Ring groups from a file, and no others
  dialtone.voip.onsip_ring_groups:
    username: admin.example
    password: "{{ onsip_password }}"
    src: /srv/onboarding/ring_groups.csv
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
      sample: support
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
      sample: support@example.onsip.com
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - ordering
    msg:
      description: Why the item failed.
      type: str
      sample: "create failed: POST /api with Action UserAdd was answered 200 and refused"
    unverified:
      description: Options that were given, but of which it was not checked whether they are in force.
      type: list
      elements: str
      sample:
        - members
unverified:
  description: For each option that was given but not checked, of how many items.
  type: dict
  returned: when there are any
  sample:
    members: 57
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.ring_group import RING_GROUP, RingGroupAdapter


def main() -> None:
    run_many(ONSIP, RingGroupAdapter, RING_GROUP)


if __name__ == "__main__":
    main()
