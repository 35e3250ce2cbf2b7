#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_server
short_description: Manage a server of a sipXcom cluster
version_added: 0.1.0
description:
  - Adds, changes and removes servers of the cluster, and switches the features that run on them.
  - Adding and removing servers disturbs a running system.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
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
  - module: dialtone.voip.sipx_servers
  - module: dialtone.voip.sipx_global_features
  - module: dialtone.voip.sipx_restart_service
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: A second node
  dialtone.voip.sipx_server:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    host: pbx2.example.com
    ip: 192.0.2.11
    description: Second node
    features:
      proxy: true
      registrar: true

- name: No longer needed
  dialtone.voip.sipx_server:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    host: pbx2.example.com
    state: absent
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the server addresses the server; absent when it is only about to be created.
  type: int
  returned: when known
  sample: 2
server:
  description: The server as it is after the task.
  type: dict
  returned: success
  sample:
    host: pbx2.example.com
    ip: 192.0.2.11
    description: Second node
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.system.server import SERVER, ServerAdapter


def main() -> None:
    run_one(SIPX, ServerAdapter, SERVER)


if __name__ == "__main__":
    main()
