#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_users
short_description: Manage many users of an OnSIP organization
version_added: 0.1.0
description:
  - Brings many users to the wanted state in one call, with one login, one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(users[].auth_username) are both refused. The task fails in the end if
    any item failed.
  - The options of an item are those of M(dialtone.voip.onsip_user).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  users:
    description: The users. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
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
  - module: dialtone.voip.onsip_user
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: Users of the site
  dialtone.voip.onsip_users:
    username: admin.example
    password: "{{ onsip_password }}"
    users:
      - auth_username: example_ines
        user_name: ines
        name: Ines Okafor
        email_address: ines@example.com
        portal_password: "{{ ines_password }}"
      - auth_username: example_jonas
        enabled: false

- name: Users from a file, and no others
  dialtone.voip.onsip_users:
    username: admin.example
    password: "{{ onsip_password }}"
    src: /srv/onboarding/users.csv
    prune: true
    prune_scope:
      all: true
    prune_protect:
      - admin*
    max_deletes: 3
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
  description: Changed and failed items in the order of the list, then what was pruned; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    auth_username:
      description: Key of the item.
      type: str
      sample: example_ines
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0; absent for a pruned object.
      type: int
      sample: 4
    id:
      description: How the service addresses the object, where known.
      type: str
      sample: "41002"
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - user_name
    msg:
      description: Why the item failed.
      type: str
      sample: "create failed: POST /api with Action UserAdd was answered 200 and refused"
    unverified:
      description: Options that were given, but of which it was not checked whether they are in force.
      type: list
      elements: str
      sample:
        - portal_password
unverified:
  description: For each option that was given but not checked, of how many items.
  type: dict
  returned: when there are any
  sample:
    portal_password: 57
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.user import USER, UserAdapter


def main() -> None:
    run_many(ONSIP, UserAdapter, USER)


if __name__ == "__main__":
    main()
