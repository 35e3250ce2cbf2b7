#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_permission
short_description: Manage a permission of a sipXcom server
version_added: 0.1.0
description:
  - Creates, changes and deletes custom permissions for calls. The permissions that the product defines are not touched.
  - Who has a permission is an option of the user, see M(dialtone.voip.sipx_user).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  label:
    description: What people call the permission, compared exactly. The server generates its name.
    type: str
    required: true
  description:
    description: What the permission is for.
    type: str
  default_value:
    description:
      - Whether users have the permission unless it is taken from them or their groups.
      - A new permission is not granted by default when this is omitted.
    type: bool
  state:
    description: Whether the permission exists.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: dialtone.voip.sipx_permissions
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Calls to satellite phones are a permission of their own
  dialtone.voip.sipx_permission:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    label: Dial satellite
    description: Costly
    default_value: false
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the server addresses the permission; absent when it is only about to be created.
  type: str
  returned: when known
  sample: perm_33
permission:
  description: The permission as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    label: Dial satellite
    description: Costly
    default_value: false
    name: perm_33
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.permission import PERMISSION, PermissionAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, PermissionAdapter, PERMISSION)


if __name__ == "__main__":
    main()
