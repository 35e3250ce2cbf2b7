#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_call
short_description: Place a call on a sipXcom server
version_added: 0.1.0
description:
  - Lets the user's own phone ring, and connects it with a number.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  to:
    description: Number or user name, without a domain.
    type: str
    required: true
notes:
  - The caller is the user who logs in with O(username) and O(password).
seealso:
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes.deed
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Call the supplier
  dialtone.voip.sipx_call:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    to: "5550133"
"""

RETURN = r"""
changed:
  description: It is done at every run.
  type: bool
  returned: always
  sample: true
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.call import PLACE_CALL
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.deed import run_deed


def main() -> None:
    run_deed(PLACE_CALL)


if __name__ == "__main__":
    main()
