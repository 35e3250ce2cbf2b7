#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_user
short_description: Manage a user of a sipXcom server
version_added: 0.1.0
description:
  - Creates, changes and deletes users with their names, secrets, aliases, groups, branch and permissions.
  - The server replaces the whole user at each write. What a task does not mention is read first and sent back.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  user_name:
    description: The SIP user id, usually the extension. It cannot be changed later.
    type: str
    required: true
  first_name:
    description: First name.
    type: str
  last_name:
    description: Last name.
    type: str
  email_address:
    description: Address for voicemail and notices. The server keeps it in lower case.
    type: str
  pin:
    description:
      - Password of the user portal, and of the user's access to the API. It is not the voicemail PIN.
      - At least 4 characters. Needed to create a user, because the server would accept an empty one.
    type: str
  sip_password:
    description:
      - Password with which phones register.
      - At least 4 characters. Needed to create a user, because the server would accept an empty one.
    type: str
  groups:
    description: Names of the user groups that the user belongs to, and no others. An empty list removes all.
    type: list
    elements: str
  branch:
    description:
      - Name of the user's own branch; an empty text removes it. It must not differ from the branch of the user's groups.
    type: str
  aliases:
    description: Further names and extensions of the user, and no others. Each must be unique in the whole installation.
    type: list
    elements: str
  permissions:
    description:
      - Permissions to grant (V(true)) or deny (V(false)); those that are not mentioned are left alone.
      - Built-in ones by name, for example C(InternationalDialing), custom ones by label or name.
      - What counts is the effective permission, whether it comes from the user, a group or the default.
    type: dict
  voicemail_pin:
    description:
      - PIN of the user's mailbox, at least 4 digits. A new user has none until one is set.
      - No call tells whether it is in force, so O(update_secrets=verify) is refused together with it.
      - It cannot be written for a user name with a slash, or with C(.json) or C(.xml) at its end.
    type: str
  settings:
    description:
      - Setting path to value; settings that are not mentioned are left alone. A path that does not exist is an error.
      - Booleans are written in whatever words the setting uses. The value V((default\)) reverts a setting, and an empty map
        reverts all that differ from what the user's groups and the defaults say.
    type: dict
  state:
    description: Whether the user exists.
    type: str
    choices:
      - present
      - absent
    default: present
notes:
  - The user C(superadmin) is never deleted and stays in the group C(administrators).
  - On servers without C(/sipxconfig/api/users), users are read through C(/sipxconfig/rest/user). There O(update_secrets=verify) needs
    O(pin), because it logs in as the user, and O(voicemail_pin) and O(settings) cannot be set.
seealso:
  - module: dialtone.voip.sipx_users
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes.partial
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.secrets.verify
"""

EXAMPLES = r"""
- name: Ines has a phone number
  dialtone.voip.sipx_user:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    user_name: "4101"
    first_name: Ines
    last_name: Okafor
    email_address: ines.okafor@example.com
    pin: "{{ ines_pin }}"
    sip_password: "{{ ines_sip_password }}"
    groups:
      - frontdesk
    aliases:
      - ines.okafor
    permissions:
      InternationalDialing: true
      Dial satellite: false

- name: Her SIP password is the one in the vault, and is only written if it is not
  dialtone.voip.sipx_user:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    user_name: "4101"
    sip_password: "{{ ines_sip_password }}"
    update_secrets: verify

- name: Ines has left
  dialtone.voip.sipx_user:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    user_name: "4101"
    state: absent
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the server addresses the user; absent when it is only about to be created.
  type: int
  returned: when known
  sample: 57
user:
  description: The user as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    user_name: "4101"
    first_name: Ines
    last_name: Okafor
    email_address: ines.okafor@example.com
    groups:
      - frontdesk
    branch: Berlin
    aliases:
      - ines.okafor
    permissions:
      InternationalDialing: true
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - pin
    - sip_password
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.user import USER, UserAdapter


def main() -> None:
    run_one(SIPX, UserAdapter, USER)


if __name__ == "__main__":
    main()
