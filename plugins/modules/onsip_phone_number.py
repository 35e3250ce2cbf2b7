#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_phone_number
short_description: Manage a telephone number of an OnSIP organization
version_added: 0.1.0
description:
  - Leads the numbers that an organization owns to addresses, and gives numbers up.
  - Numbers are ordered with M(dialtone.voip.onsip_phone_number_order).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  number:
    description: The number. Only its digits are compared, without a leading 1.
    type: str
    required: true
  user:
    description: Name (O(ignore:auth_username)) of the user whom the number belongs to.
    type: str
  destination:
    description:
      - Local part of the address that calls go to, or a whole address of another organization of the account.
      - Needed whenever O(user) or O(caller_id_number_required) changes where the service does not show it.
    type: str
  caller_id_number_required:
    description: Whether calls without a number are turned away.
    type: bool
  note:
    description: A note; an empty text removes it. It is written by an action of which only the name is public, so it
      needs O(allow_unverified=true).
    type: str
  state:
    description: Whether the organization has the number.
    type: str
    choices:
      - present
      - absent
    default: present
  confirm_delete:
    description: 'Must be V(true) together with O(state=absent): the number is given up for good.'
    type: bool
seealso:
  - module: dialtone.voip.onsip_phone_numbers
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes.unreadable
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.onsip.unverified
  - dialtone.voip.unreadable
"""

EXAMPLES = r"""
- name: A telephone number
  dialtone.voip.onsip_phone_number:
    username: admin.example
    password: "{{ onsip_password }}"
    number: "12175550100"
    user: example_ines
    destination: support
    caller_id_number_required: false

- name: Give the number up
  dialtone.voip.onsip_phone_number:
    username: admin.example
    password: "{{ onsip_password }}"
    number: "12175550100"
    state: absent
    confirm_delete: true
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the service addresses the telephone number; absent when it is only about to be created.
  type: str
  returned: when known
  sample: "30551"
phone_number:
  description: The telephone number as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    id: 30551
    number: "12175550100"
    user: example_ines
    caller_id_number_required: false
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - destination
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.phone_number import PHONE_NUMBER, PhoneNumberAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP_UNVERIFIED


def main() -> None:
    run_one(ONSIP_UNVERIFIED, PhoneNumberAdapter, PHONE_NUMBER)


if __name__ == "__main__":
    main()
