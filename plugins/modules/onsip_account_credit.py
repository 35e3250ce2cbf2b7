#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_account_credit
short_description: Add credit to an OnSIP account
version_added: 0.1.0
description:
  - Charges the credit card on file and adds the amount to the balance of the account.
  - It is sent once and never again. When the answer is lost, look at the balance before you run the task again.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  amount:
    description: Whole dollars, from 10 to 10000.
    type: int
    required: true
seealso:
  - module: dialtone.voip.onsip_account
extends_documentation_fragment:
  - dialtone.voip.attributes.deed
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
"""

EXAMPLES = r"""
- name: Credit for the campaign
  dialtone.voip.onsip_account_credit:
    username: admin.example
    password: "{{ onsip_password }}"
    amount: 50
"""

RETURN = r"""
balance:
  description: The balance afterwards, in dollars.
  type: str
  returned: success, but not in check mode
  sample: "92.50"
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.action_module import run_action
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.account_credit import (
    OPTIONS,
    add_credit,
    check_amount,
)
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP


def main() -> None:
    run_action(ONSIP, OPTIONS, check_amount, add_credit)


if __name__ == "__main__":
    main()
