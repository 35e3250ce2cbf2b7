#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_user_group
short_description: Manage a user group of a sipXcom server
version_added: 0.1.0
description:
  - Creates, changes and deletes groups of users.
  - Who belongs to a group is an option of the user, see M(dialtone.voip.sipx_user).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  name:
    description: Name of the group, compared exactly. Other parts of the product separate names with blanks, so avoid them.
    type: str
    required: true
  description:
    description: What the group is for.
    type: str
  branch:
    description: Name of the branch that the members belong to; an empty text removes it.
    type: str
  permissions:
    description:
      - Permissions that the group grants (V(true)) or denies (V(false)) its members; those that are not mentioned are left alone.
      - Built-in ones by name, for example C(InternationalDialing), custom ones by label or name.
      - The server has no call that makes a group say nothing about a permission again.
    type: dict
  settings:
    description:
      - Setting path to value, for all members; settings that are not mentioned are left alone. A path that users do not have is
        an error.
      - The value V((default\)) takes a setting from the group, and an empty map takes all from it.
    type: dict
  state:
    description: Whether the user group exists.
    type: str
    choices:
      - present
      - absent
    default: present
notes:
  - The group C(administrators) is never deleted or renamed.
seealso:
  - module: dialtone.voip.sipx_user_groups
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: The receptionists have a group
  dialtone.voip.sipx_user_group:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    name: frontdesk
    description: Reception
    branch: Berlin
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the server addresses the user group; absent when it is only about to be created.
  type: int
  returned: when known
  sample: 57
user_group:
  description: The user group as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    name: frontdesk
    description: Reception
    branch: Berlin
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.user_group import USER_GROUP, UserGroupAdapter


def main() -> None:
    run_one(SIPX, UserGroupAdapter, USER_GROUP)


if __name__ == "__main__":
    main()
