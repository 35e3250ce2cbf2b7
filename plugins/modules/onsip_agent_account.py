#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_agent_account
short_description: Create an account below an OnSIP agent
version_added: 0.1.0
description:
  - Creates an account with an organization and an administrator. All options are needed for that.
  - 'Of an account that exists nothing is compared or changed: it belongs to its customer from then on.'
  - The login must be an agent.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  domain:
    description: SIP domain of the new organization. It must be O(admin_auth_username) with dashes for underscores,
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
  - The service mails the bills of the new account to O(email_address).
seealso:
  - module: dialtone.voip.onsip_agent_accounts
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
"""

EXAMPLES = r"""
- name: An account
  dialtone.voip.onsip_agent_account:
    username: agent.example
    password: "{{ onsip_password }}"
    domain: acme-north.onsip.com
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
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the service addresses the account; absent when it is only about to be created.
  type: str
  returned: when known
  sample: "7320"
agent_account:
  description: The account as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    id: 6130
    organization_id: 7320
    domain: acme-north.onsip.com
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - admin_password
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.agent_account import (
    AGENT_ACCOUNT,
    AgentAccountAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP


def main() -> None:
    run_one(ONSIP, AgentAccountAdapter, AGENT_ACCOUNT)


if __name__ == "__main__":
    main()
