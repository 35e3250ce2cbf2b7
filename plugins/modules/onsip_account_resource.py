#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_account_resource
short_description: Manage the limit of a resource of an OnSIP account
version_added: 0.1.0
description:
  - Sets how much of a resource an account may use.
  - The vendor published only the names of the actions that write this, not their parameters. Those that are used
    follow its other actions; nobody has tried them. They need O(allow_unverified=true).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  name:
    description: Name of the resource, as RV(dialtone.voip.onsip_info#module:account_resources) lists it.
    type: str
    required: true
  limit:
    description: How much of it the account may use.
    type: int
seealso:
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.onsip.unverified
"""

EXAMPLES = r"""
- name: A resource of the account
  dialtone.voip.onsip_account_resource:
    username: admin.example
    password: "{{ onsip_password }}"
    name: Hosted user
    limit: 60
    allow_unverified: true
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
id:
  description: How the service addresses the resource of the account; absent when it is only about to be created.
  type: str
  returned: when known
  sample: "1"
account_resource:
  description: The resource of the account as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    id: 1
    name: Hosted user
    limit: 60
    used: 12
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.account_resource import (
    ACCOUNT_RESOURCE,
    AccountResourceAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP_UNVERIFIED


def main() -> None:
    run_one(ONSIP_UNVERIFIED, AccountResourceAdapter, ACCOUNT_RESOURCE)


if __name__ == "__main__":
    main()
