#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_live_attendant
short_description: Put a person in front of an auto attendant of a sipXcom server
version_added: 0.1.0
description:
  - Switches the live attendant of an attendant rule on or off.
  - No call tells which it is, so it is done at every run.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  extension:
    description: Extension of the attendant rule.
    type: str
    required: true
  code:
    description: The live attendant code of the rule, which is set in the web interface.
    type: str
    required: true
  enabled:
    description: Whether a person answers first.
    type: bool
    required: true
seealso:
  - module: dialtone.voip.sipx_dialing_rule
  - module: dialtone.voip.sipx_live_attendant_settings
extends_documentation_fragment:
  - dialtone.voip.attributes.deed
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: The reception is occupied
  dialtone.voip.sipx_live_attendant:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    extension: "150"
    code: "77"
    enabled: true
"""

RETURN = r"""
changed:
  description: It is done at every run.
  type: bool
  returned: always
  sample: true
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.deed import run_deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.live_attendant import LIVE_ATTENDANT


def main() -> None:
    run_deed(LIVE_ATTENDANT)


if __name__ == "__main__":
    main()
