#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_rotate_hunt_group
short_description: Turn the order in which a hunt group of a sipXcom server rings
version_added: 0.1.0
description:
  - Turns the list of a hunt group so that a user rings last, or lets the server turn the lists of many groups by who answered last.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  extension:
    description: Extension of the group.
    type: str
  last_user:
    description: User name of the member who is to ring last. Nothing happens when that is so already.
    type: str
  extensions:
    description: Extensions of groups that the server turns by its call records, some time later. This happens at every run.
    type: list
    elements: str
seealso:
  - module: dialtone.voip.sipx_hunt_group
extends_documentation_fragment:
  - dialtone.voip.attributes.once
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Ines has answered enough
  dialtone.voip.sipx_rotate_hunt_group:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    extension: "4400"
    last_user: "4101"

- name: Everybody in turn
  dialtone.voip.sipx_rotate_hunt_group:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    extensions:
      - "4400"
      - "4409"
"""

RETURN = r"""
diff:
  description: The users in their order, before and after; absent with O(extensions).
  type: dict
  returned: when the order changes
  sample:
    before:
      rings:
        - '4101'
        - '4102'
    after:
      rings:
        - '4102'
        - '4101'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.deed import run_deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.hunt_group import ROTATE_HUNT_GROUP


def main() -> None:
    run_deed(ROTATE_HUNT_GROUP)


if __name__ == "__main__":
    main()
