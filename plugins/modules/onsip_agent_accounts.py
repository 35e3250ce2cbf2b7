#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_agent_accounts
short_description: Manage many accounts of an OnSIP agent
version_added: 0.1.0
description:
  - Brings many accounts to the wanted state in one call, with one login, one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(agent_accounts[].domain) are both refused. The task fails in the end
    if any item failed.
  - The options of an item are those of M(dialtone.voip.onsip_agent_account).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  agent_accounts:
    description: The accounts. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      domain:
        description: SIP domain of the new organization. It must be O(agent_accounts[].admin_auth_username) with dashes for underscores,
          below C(onsip.com).
        type: str
        required: true
      name:
        description: Name of the person to contact.
        type: str
      email_address:
        description: Gets the bills, and becomes the address of the administrator.
        type: str
      company:
        description: Name of the company.
        type: str
      street:
        description: Street and number.
        type: str
      city:
        description: City.
        type: str
      state_code:
        description: Two-letter code of the state.
        type: str
      zip:
        description: Postal code.
        type: str
      phone_number:
        description:
          - Telephone number. The service spells it anew; only the digits are compared.
        type: str
      admin_auth_username:
        description: Login of the administrator, and local part of the first address.
        type: str
      admin_password:
        description: Portal password of the administrator.
        type: str
      state:
        description: Whether the account exists. The service has no call that deletes one, so V(absent) is refused.
        type: str
        choices:
          - present
          - absent
        default: present
notes:
  - The service mails the bills of the new account to O(agent_accounts[].email_address).
seealso:
  - module: dialtone.voip.onsip_agent_account
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.bulk.undeletable
"""

EXAMPLES = r"""
- name: Accounts of the site
  dialtone.voip.onsip_agent_accounts:
    username: agent.example
    password: "{{ onsip_password }}"
    agent_accounts:
      - domain: acme-north.onsip.com
        admin_auth_username: acme_north
        admin_password: "{{ acme_password }}"
        name: Ines Okafor
        email_address: ines@example.com
        company: Acme North
        street: 12 Sample Road
        city: Springfield
        state_code: IL
        zip: "62701"
        phone_number: 217-555-0141
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
  description: Changed and failed items in the order of the list; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    domain:
      description: Key of the item.
      type: str
      sample: acme-north.onsip.com
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0.
      type: int
      sample: 4
    id:
      description: How the service addresses the object, where known.
      type: str
      sample: "7320"
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
    unverified:
      description: Options that were given, but of which it was not checked whether they are in force.
      type: list
      elements: str
      sample:
        - admin_password
unverified:
  description: For each option that was given but not checked, of how many items.
  type: dict
  returned: when there are any
  sample:
    admin_password: 57
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.agent_account import (
    AGENT_ACCOUNT,
    AgentAccountAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP


def main() -> None:
    run_many(ONSIP, AgentAccountAdapter, AGENT_ACCOUNT)


if __name__ == "__main__":
    main()
