#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_branch
short_description: Manage a branch of a sipXcom server
version_added: 0.1.0
description:
  - Creates, changes and deletes branches, the sites of a sipXcom installation.
  - What a branch has besides these options (time zone, call restriction routes) is left alone.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  name:
    description: Name of the branch, compared exactly.
    type: str
    required: true
  description:
    description: What the branch is.
    type: str
  address:
    description: Postal address. Only the given parts are managed; an empty map clears all of them.
    type: dict
    suboptions:
      street:
        description: Street and number.
        type: str
      city:
        description: City.
        type: str
      country:
        description: Country.
        type: str
      state:
        description: State or province.
        type: str
      zip:
        description: Postal code.
        type: str
      office_designation:
        description: Floor, room or the like.
        type: str
  phone_number:
    description: Phone number of the branch.
    type: str
  fax_number:
    description: Fax number of the branch.
    type: str
  state:
    description: Whether the branch exists.
    type: str
    choices:
      - present
      - absent
    default: present
notes:
  - A branch that a gateway uses cannot be deleted; the server says so and the task fails.
seealso:
  - module: dialtone.voip.sipx_branches
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: The depot exists
  dialtone.voip.sipx_branch:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    name: Lyon depot
    description: Warehouse
    address:
      street: 9 quai Neuf
      city: Lyon
      zip: "69007"

- name: The depot has closed
  dialtone.voip.sipx_branch:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    name: Lyon depot
    state: absent
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the server addresses the branch; absent when it is only about to be created.
  type: int
  returned: when known
  sample: 57
branch:
  description: The branch as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    name: Lyon depot
    description: Warehouse
    address:
      street: 9 quai Neuf
      city: Lyon
      zip: "69007"
    phone_number: 555-0140
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.branch import BRANCH, BranchAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, BranchAdapter, BRANCH)


if __name__ == "__main__":
    main()
