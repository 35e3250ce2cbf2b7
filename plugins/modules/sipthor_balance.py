#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipthor_balance
short_description: Redeem a prepaid card for a SIP Thor account
version_added: 0.1.0
description:
  - Adds the value of a prepaid card to an account's balance. The account logs in with its own credentials.
  - A card is sent once and never again. When the answer is lost, the balance before and after tells what became of it, and
    the task fails if it did not change.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  voucher_id:
    description: Number that identifies the card.
    type: int
    required: true
  voucher_number:
    description: Secret number of the card.
    type: str
    required: true
seealso:
  - module: dialtone.voip.sipthor_info
extends_documentation_fragment:
  - dialtone.voip.attributes.deed
  - dialtone.voip.attributes.sipthor
  - dialtone.voip.sipthor
"""

EXAMPLES = r"""
- name: Redeem a card
  dialtone.voip.sipthor_balance:
    url: https://sip.example.com/settings.phtml
    username: alice@example.com
    password: "{{ alice_sip_password }}"
    voucher_id: 1001
    voucher_number: "{{ card_number }}"
"""

RETURN = r"""
balance_before:
  description: The balance before the card was redeemed.
  type: float
  returned: success, but not in check mode
  sample: 7.25
balance:
  description: The balance afterwards.
  type: float
  returned: success, but not in check mode
  sample: 17.25
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.action_module import run_action
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.balance import OPTIONS, check, redeem
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.platform import SIPTHOR


def main() -> None:
    run_action(SIPTHOR, OPTIONS, check, redeem)


if __name__ == "__main__":
    main()
