#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_user
short_description: Manage settings of a user of a sipgate account
version_added: 0.1.0
description:
  - Changes the settings of a user that exists, or deletes one. No call creates users; a person does that in the web portal
    of sipgate.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  email_address:
    description: E-mail address of the user; upper and lower case are the same.
    type: str
    required: true
  admin:
    description: Whether the user is an administrator. The owner of the token keeps that role.
    type: bool
  busy_on_busy:
    description: Whether callers hear the busy tone while the user is on the phone.
    type: bool
  default_device:
    description: Device with which the user calls by default, by its alias, or as an extension id. It must be the user's
      own.
    type: str
  address_id:
    description: Number of the address where the user works; see M(dialtone.voip.sipgate_info).
    type: str
  call_restrictions:
    description: Calls that the user may not place. What is not mentioned is left alone.
    type: dict
    suboptions:
      foreign_special:
        description: Special numbers abroad.
        type: bool
      charged:
        description: Numbers that cost.
        type: bool
      roaming:
        description: Calls while roaming.
        type: bool
      high_cost_foreign_numbers:
        description: Expensive numbers abroad.
        type: bool
  confirm_delete:
    description: Has to be V(true) to delete the user. Everything that belongs to the user goes with it, and no call creates
      users.
    type: bool
  state:
    description: Whether the user exists. V(absent) needs O(confirm_delete).
    type: str
    choices:
      - present
      - absent
    default: present
notes:
  - Names of users cannot be changed with the documented API.
  - The owner of the token is never deleted.
seealso:
  - module: dialtone.voip.sipgate_users
  - module: dialtone.voip.sipgate_device
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: Ada is busy while she talks
  dialtone.voip.sipgate_user:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    email_address: ada.sample@example.com
    busy_on_busy: true
    call_restrictions:
      high_cost_foreign_numbers: true

- name: Ben has left for good
  dialtone.voip.sipgate_user:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    email_address: ben.sample@example.com
    state: absent
    confirm_delete: true
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
id:
  description: How the service addresses it; absent when it is only about to be created or the service does not tell.
  type: str
  returned: when known
  sample: w1
user:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    id: w1
    email_address: ada.sample@example.com
    first_name: Ada
    last_name: Sample
    admin: false
    busy_on_busy: true
    default_device: ada.sample@example.com/Desk
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.user import USER, UserAdapter


def main() -> None:
    run_one(SIPGATE_V2, UserAdapter, USER)


if __name__ == "__main__":
    main()
