#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_copy_hunt_group
short_description: Copy a hunt group of a sipXcom server
version_added: 0.1.0
description:
  - Copies a hunt group to a new extension. The copy is switched off and has no DID.
  - Nothing happens when a hunt group has the new extension already.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  extension:
    description: Extension of the group to copy.
    type: str
    required: true
  new_extension:
    description: Extension of the copy.
    type: str
    required: true
seealso:
  - module: dialtone.voip.sipx_hunt_group
extends_documentation_fragment:
  - dialtone.voip.attributes.once
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: A second support group
  dialtone.voip.sipx_copy_hunt_group:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    extension: "4400"
    new_extension: "4401"
"""

RETURN = r"""
name:
  description: The name that the server gave the copy.
  type: str
  returned: when a copy was made
  sample: CopyOfsupport
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.deed import run_deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.hunt_group import COPY_HUNT_GROUP


def main() -> None:
    run_deed(COPY_HUNT_GROUP)


if __name__ == "__main__":
    main()
