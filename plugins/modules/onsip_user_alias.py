#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_user_alias
short_description: Manage an alias (extension) of an OnSIP organization
version_added: 0.1.0
description:
  - 'Creates, changes and deletes aliases: further names of addresses, above all extensions.'
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  alias:
    description: The alias, usually an extension of 2 to 6 digits, unique among all aliases and addresses of the
      organization.
    type: str
    required: true
  address:
    description: Local part of the address that it leads to. Needed to create it. Another one means that the alias is
      deleted and added anew.
    type: str
  visibility:
    description: Whether it is listed. The vendor advises V(public), which a new alias gets.
    type: str
    choices:
      - public
      - private
  state:
    description: Whether the alias exists.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: dialtone.voip.onsip_user_aliases
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes.unreadable
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.unreadable
"""

EXAMPLES = r"""
- name: An alias
  dialtone.voip.onsip_user_alias:
    username: admin.example
    password: "{{ onsip_password }}"
    alias: "7002"
    address: ines

- name: It is gone
  dialtone.voip.onsip_user_alias:
    username: admin.example
    password: "{{ onsip_password }}"
    alias: "7002"
    state: absent
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the service addresses the alias; absent when it is only about to be created.
  type: str
  returned: when known
  sample: "7002"
user_alias:
  description: The alias as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    alias: "7002"
    address: ines
    visibility: public
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - visibility
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.user_alias import USER_ALIAS, UserAliasAdapter


def main() -> None:
    run_one(ONSIP, UserAliasAdapter, USER_ALIAS)


if __name__ == "__main__":
    main()
