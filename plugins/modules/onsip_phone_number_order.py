#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_phone_number_order
short_description: Order telephone numbers from OnSIP
version_added: 0.1.0
description:
  - Makes an organization own a number of telephone numbers of an exchange, by buying those that are missing. B(This costs money.)
  - Which numbers come cannot be chosen. Those that the organization owns of the exchange are counted first, whoever has them.
  - Nothing is ordered in check mode, and nothing twice. When the answer to an order is lost, the numbers are counted again,
    and the task fails if they did not arrive.
  - An order that is filled only in part makes the task fail, with the numbers that came.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  npa_nxx:
    description: Area code and exchange, six digits; see RV(dialtone.voip.onsip_info#module:available_numbers).
    type: str
    required: true
  quantity:
    description: How many numbers of the exchange the organization shall own.
    type: int
    default: 1
  user:
    description: Name (O(ignore:auth_username)) of the user who gets the new numbers.
    type: str
    required: true
  protocol:
    description: How calls to the new numbers are delivered. The vendor deprecated V(iax).
    type: str
    choices:
      - sip
      - iax
    default: sip
seealso:
  - module: dialtone.voip.onsip_phone_number
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes.order
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
"""

EXAMPLES = r"""
- name: Two numbers in Springfield
  dialtone.voip.onsip_phone_number_order:
    username: admin.example
    password: "{{ onsip_password }}"
    npa_nxx: "217555"
    quantity: 2
    user: admin.example
"""

RETURN = r"""
numbers:
  description: The numbers of the exchange that the organization owns.
  type: list
  elements: str
  returned: success
  sample:
    - "12175550100"
    - "12175550101"
ordered:
  description: Those of them that were bought by this task.
  type: list
  elements: str
  returned: success
  sample:
    - "12175550101"
"""

from ansible_collections.dialtone.voip.plugins.module_utils._onsip.phone_number_order import run_order


def main() -> None:
    run_order()


if __name__ == "__main__":
    main()
