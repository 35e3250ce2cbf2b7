#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_user
short_description: Manage a user of an OnSIP organization
version_added: 0.1.0
description:
  - 'Creates, changes and deletes users: their contact, status and roles. A user comes with a SIP address.'
  - The contact is written as a whole; what a task does not mention is read first and sent back.
  - What the vendor does not document, the status and the deletion, is written as public clients do it.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  auth_username:
    description: Login of the user, unique on the whole platform; by custom the organization and the user, like
      V(example_ines).
    type: str
    required: true
  user_name:
    description:
      - Local part of the first SIP address, which comes with the user. Needed to create one.
      - It cannot be changed here, and is compared with all addresses of the user; see
        M(dialtone.voip.onsip_user_address).
    type: str
  name:
    description: Name of the user. Needed to create one.
    type: str
  email_address:
    description: E-mail address of the user. Needed to create one.
    type: str
  company:
    description: Name of the company. A new user gets it, and the rest of the contact, from the organization; an empty
      text removes it.
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
  enabled:
    description: Whether the user may log in and call.
    type: bool
  roles:
    description:
      - The roles V(Account Admin), V(Organization Admin) and V(User) that the user has, and no others. Only an agent above
        the account can change them.
    type: list
    elements: str
  portal_password:
    description:
      - Password for the portal and the API. Needed to create a user, and not looked at later.
      - It can only be changed with the old one at hand, see M(dialtone.voip.onsip_portal_password).
      - It is not the SIP password, which the service draws.
    type: str
  state:
    description: Whether the user exists. A user who owns telephone numbers is not deleted.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: dialtone.voip.onsip_users
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
"""

EXAMPLES = r"""
- name: An user
  dialtone.voip.onsip_user:
    username: admin.example
    password: "{{ onsip_password }}"
    auth_username: example_ines
    user_name: ines
    name: Ines Okafor
    email_address: ines@example.com
    portal_password: "{{ ines_password }}"

- name: She has left
  dialtone.voip.onsip_user:
    username: admin.example
    password: "{{ onsip_password }}"
    auth_username: example_ines
    state: absent
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the service addresses the user; absent when it is only about to be created.
  type: str
  returned: when known
  sample: "41002"
user:
  description: The user as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    id: 41002
    auth_username: example_ines
    user_name: ines
    name: Ines Okafor
    email_address: ines@example.com
    enabled: true
    roles:
      - User
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - portal_password
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.user import USER, UserAdapter


def main() -> None:
    run_one(ONSIP, UserAdapter, USER)


if __name__ == "__main__":
    main()
