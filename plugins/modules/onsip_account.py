#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_account
short_description: Manage the account above an OnSIP organization
version_added: 0.1.0
description:
  - Changes the contact and the automatic recharge of the account. Contact and recharge are written as a whole each;
    what a task does not mention is read first and sent back.
  - An account is neither created nor deleted here; see M(dialtone.voip.onsip_agent_account).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  name:
    description: Name of the person to contact.
    type: str
  email_address:
    description: E-mail address of the person to contact.
    type: str
  company:
    description: Name of the company; an empty text removes it.
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
  country:
    description:
      - Name of the country as the service calls it, or its number; see RV(dialtone.voip.onsip_info#module:countries).
    type: str
  phone_number:
    description:
      - Telephone number. The service spells it anew; only the digits are compared.
    type: str
  recharge:
    description: Whether the credit card on file is charged when the balance runs low.
    type: bool
  recharge_threshold:
    description: Balance in dollars below which it is charged, from 5 to 5000.
    type: int
  recharge_level:
    description: Balance in dollars that it is charged up to, from 10 to 10000.
    type: int
seealso:
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
"""

EXAMPLES = r"""
- name: The person to contact about the account
  dialtone.voip.onsip_account:
    username: admin.example
    password: "{{ onsip_password }}"
    name: Ines Okafor
    email_address: billing@example.com

- name: The card is charged before the credit is used up
  dialtone.voip.onsip_account:
    username: admin.example
    password: "{{ onsip_password }}"
    recharge: true
    recharge_threshold: 20
    recharge_level: 100
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
id:
  description: How the service addresses the account; absent when it is only about to be created.
  type: str
  returned: when known
  sample: "6120"
account:
  description: The account as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    id: 6120
    name: Ines Okafor
    email_address: billing@example.com
    balance: "42.50"
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.account import ACCOUNT, AccountAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP


def main() -> None:
    run_one(ONSIP, AccountAdapter, ACCOUNT)


if __name__ == "__main__":
    main()
