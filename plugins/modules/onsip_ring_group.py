#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_ring_group
short_description: Manage a ring group of an OnSIP organization
version_added: 0.1.0
description:
  - Creates, changes and deletes ring groups.
  - 'Each change is written with all members. Most answers do not show them: then members are compared with nothing,
    and written together with any other change.'
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
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
  - module: dialtone.voip.onsip_ring_groups
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes.unreadable
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.unreadable
"""

EXAMPLES = r"""
- name: A ring group
  dialtone.voip.onsip_ring_group:
    username: admin.example
    password: "{{ onsip_password }}"
    address: support
    ordering: sequential
    ring_timeout: 30
    members:
      - address: ines
      - address: jonas
        priority: 2
    failover: vm.support

- name: It is gone
  dialtone.voip.onsip_ring_group:
    username: admin.example
    password: "{{ onsip_password }}"
    address: support
    state: absent
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the service addresses the ring group; absent when it is only about to be created.
  type: str
  returned: when known
  sample: support@example.onsip.com
ring_group:
  description: The ring group as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    id: 88050
    address: support
    ordering: sequential
    ring_timeout: 30
    failover: vm.support
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - members
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.ring_group import RING_GROUP, RingGroupAdapter


def main() -> None:
    run_one(ONSIP, RingGroupAdapter, RING_GROUP)


if __name__ == "__main__":
    main()
