#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_users
short_description: Manage settings of many users of a sipgate account
version_added: 0.1.0
description:
  - Brings the settings of many users to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(users[].email_address) are both refused. The task fails in the end if any
    item failed.
  - The options of an item are those of M(dialtone.voip.sipgate_user).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  users:
    description: The users. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
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
        description: Whether the user exists. V(absent) needs O(users[].confirm_delete).
        type: str
        choices:
          - present
          - absent
        default: present
notes:
  - Names of users cannot be changed with the documented API.
  - The owner of the token is never deleted.
seealso:
  - module: dialtone.voip.sipgate_user
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
  - dialtone.voip.bulk.undeletable
"""

EXAMPLES = r"""
- name: The users of the site
  dialtone.voip.sipgate_users:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    users:
      - email_address: ada.sample@example.com
        busy_on_busy: true
      - email_address: ben.sample@example.com
        admin: false
"""

RETURN = r"""
summary:
  description: How many items had which outcome.
  type: dict
  returned: success
  sample:
    created: 0
    updated: 1
    deleted: 0
    unchanged: 56
    failed: 0
    total: 57
results:
  description: Changed and failed items in the order of the list; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    email_address:
      description: Key of the item.
      type: str
      sample: ada.sample@example.com
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0; absent for a pruned object.
      type: int
      sample: 4
    id:
      description: How the service addresses it, where known.
      type: str
      sample: w1
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - admin
    msg:
      description: Why the item failed.
      type: str
      sample: does not exist, and cannot be created
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.user import USER, UserAdapter


def main() -> None:
    run_many(SIPGATE_V2, UserAdapter, USER)


if __name__ == "__main__":
    main()
