#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_hunt_groups
short_description: Manage many hunt groups of a sipXcom server
version_added: 0.1.0
description:
  - Brings many hunt groups to the wanted state in one call, with one listing and a few writes at a time.
  - A bad item fails alone; two items with one O(hunt_groups[].extension) are both refused. The task fails in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipx_hunt_group).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  hunt_groups:
    description: The hunt groups. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
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
        description: Where a call goes that nobody answers, when O(hunt_groups[].voicemail_fallback) is off.
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
  - module: dialtone.voip.sipx_hunt_group
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The hunt groups of the site
  dialtone.voip.sipx_hunt_groups:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    hunt_groups:
      - extension: "4400"
        name: support
        rings:
          - user: "4101"
      - extension: "4401"
        name: sales
        rings:
          - user: "4102"
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
    extension:
      description: Key of the item.
      type: str
      sample: "4400"
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
      type: str
      sample: perm_33
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
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.hunt_group import HUNT_GROUP, HuntGroupAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_many(SIPX, HuntGroupAdapter, HUNT_GROUP)


if __name__ == "__main__":
    main()
