#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_servers
short_description: Manage many servers of a sipXcom cluster
version_added: 0.1.0
description:
  - Brings many servers to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(servers[].host) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_server).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  servers:
    description: The servers. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      host:
        description: Fully qualified host name.
        type: str
        required: true
      ip:
        description: Address. Needed to create a server.
        type: str
      description:
        description: Free text.
        type: str
      features:
        description: Feature to whether it is on; those that are not mentioned are left alone. See RV(dialtone.voip.sipx_info#module:features).
        type: dict
      state:
        description: Whether the server exists.
        type: str
        default: present
        choices:
          - present
          - absent
notes:
  - The primary server cannot be removed.
seealso:
  - module: dialtone.voip.sipx_server
  - module: dialtone.voip.sipx_global_features
  - module: dialtone.voip.sipx_restart_service
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The cluster
  dialtone.voip.sipx_servers:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    servers:
      - host: pbx2.example.com
        ip: 192.0.2.11
      - host: pbx3.example.com
        ip: 192.0.2.12
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
    unchanged: 5
    failed: 0
    total: 9
results:
  description: Changed and failed items in the order of the list, then what was pruned; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    host:
      description: Key of the item.
      type: str
      sample: pbx2.example.com
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0; absent for a pruned object.
      type: int
      sample: 4
    id:
      description: How the server addresses the object, where known.
      type: int
      sample: 2
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - description
    msg:
      description: Why the item failed.
      type: str
      sample: 'create failed: the name is already used'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.system.server import SERVER, ServerAdapter


def main() -> None:
    run_many(SIPX, ServerAdapter, SERVER)


if __name__ == "__main__":
    main()
