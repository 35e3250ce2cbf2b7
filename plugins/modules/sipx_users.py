#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_users
short_description: Manage many users of a sipXcom server
version_added: 0.1.0
description:
  - Brings many users to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(users[].user_name) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_user).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  users:
    description: The users. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
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
    O(users[].pin), because it logs in as the user, and O(users[].voicemail_pin) and O(users[].settings) cannot be set.
seealso:
  - module: dialtone.voip.sipx_user
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes.partial
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.secrets.verify
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The users of the site
  dialtone.voip.sipx_users:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    users:
      - user_name: "4101"
        first_name: Ines
        last_name: Okafor
        pin: "{{ ines_pin }}"
        sip_password: "{{ ines_sip_password }}"
        groups:
          - frontdesk
      - user_name: "4102"
        state: absent

- name: The users of a branch from the onboarding list, and no others in that branch
  dialtone.voip.sipx_users:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    src: /srv/onboarding/berlin.csv
    prune: true
    prune_scope:
      fields:
        branch: Berlin
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
    user_name:
      description: Key of the item.
      type: str
      sample: "4101"
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0; absent for a pruned object.
      type: int
      sample: 4
    id:
      description: How the server addresses the object, where known.
      type: int
      sample: 57
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - description
    msg:
      description: Why the item failed.
      type: str
      sample: "create failed: the name is already used"
    unverified:
      description: Options that were given, but of which it was not checked whether they are in force.
      type: list
      elements: str
      sample:
        - pin
unverified:
  description: For each option that was given but not checked, of how many items.
  type: dict
  returned: when there are any
  sample:
    pin: 57
    sip_password: 57
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.user import USER, UserAdapter


def main() -> None:
    run_many(SIPX, UserAdapter, USER)


if __name__ == "__main__":
    main()
