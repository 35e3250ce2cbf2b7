#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_hunt_group
short_description: Manage a hunt group of a sipXcom server
version_added: 0.1.0
description:
  - Creates, changes and deletes hunt groups (call groups) with their rings.
  - The server replaces the whole group at each write. What a task does not mention is read first and sent back.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  extension:
    description:
      - Extension of the hunt group. One with a slash, or with C(.json) or C(.xml) at its end, is refused, because the server
        reads another name at that address.
    type: str
    required: true
  name:
    description: Name, unique among all names and extensions of the installation. Needed to create a hunt group.
    type: str
  did:
    description: Number under which the group is reached from outside.
    type: str
  description:
    description: What the group is for.
    type: str
  enabled:
    description: Whether the group takes calls. A new group does when this is omitted.
    type: bool
  fallback_destination:
    description: Where a call goes that nobody answers, when O(voicemail_fallback) is off.
    type: str
  voicemail_fallback:
    description: Whether such a call goes to the voicemail of the last user. On for a new group when this is omitted.
    type: bool
  user_forward:
    description: Whether the users' own call forwarding is followed. On for a new group when this is omitted.
    type: bool
  use_forward_timers:
    description: Whether each user's own ringing time is used; the expirations of the rings mean nothing then.
    type: bool
  rings:
    description: Whose phones ring, in this order, and no others. An empty list removes all.
    type: list
    elements: dict
    suboptions:
      user:
        description: User name or alias.
        type: str
        required: true
      type:
        description: Whether the phone rings after the one before, or at the same time. Means nothing for the first ring.
        type: str
        choices:
          - if_no_response
          - at_the_same_time
        default: if_no_response
      expiration:
        description: Seconds to ring.
        type: int
        default: 30
  state:
    description: Whether the hunt group exists.
    type: str
    choices:
      - present
      - absent
    default: present
notes:
  - The server matches names and DIDs as well when it deletes by extension; a deletion that would hit another group is refused.
seealso:
  - module: dialtone.voip.sipx_hunt_groups
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: The help desk
  dialtone.voip.sipx_hunt_group:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    extension: "4400"
    name: support
    description: Help desk
    rings:
      - user: "4101"
        expiration: 15
      - user: "4102"
        type: at_the_same_time
        expiration: 20
    voicemail_fallback: false
    fallback_destination: "4199"
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the server addresses the hunt group; absent when it is only about to be created.
  type: str
  returned: when known
  sample: perm_33
hunt_group:
  description: The hunt group as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    extension: "4400"
    name: support
    description: Help desk
    enabled: true
    rings:
      - user: "4101"
        expiration: 15
      - user: "4102"
        type: at_the_same_time
        expiration: 20
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.hunt_group import HUNT_GROUP, HuntGroupAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, HuntGroupAdapter, HUNT_GROUP)


if __name__ == "__main__":
    main()
