#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_phone_profile
short_description: Send phones of a sipXcom server their configuration
version_added: 0.1.0
description:
  - Queues the configuration of phones. A change of a phone, of its lines or of its groups reaches the phone only then.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  serial_numbers:
    description: Serial numbers of phones; MAC addresses in any notation.
    type: list
    elements: str
  users:
    description: All phones with a line of these users.
    type: list
    elements: str
  phone_groups:
    description: All phones of these groups.
    type: list
    elements: str
  all:
    description: All phones of the installation.
    type: bool
  restart:
    description: Whether the phones restart as well.
    type: bool
    default: false
notes:
  - What becomes of it stands in the jobs of M(dialtone.voip.sipx_info).
  - Names are looked up in check mode too.
seealso:
  - module: dialtone.voip.sipx_phone
  - module: dialtone.voip.sipx_download
extends_documentation_fragment:
  - dialtone.voip.attributes.deed
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: The phones of the front office get their configuration and restart
  dialtone.voip.sipx_phone_profile:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    phone_groups:
      - front-office
    restart: true

- name: One phone
  dialtone.voip.sipx_phone_profile:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    serial_numbers:
      - 00:04:f2:c0:ff:ee
"""

RETURN = r"""
queued:
  description: How many calls were sent, or would be.
  type: int
  returned: success
  sample: 1
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.deed import run_deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.phone_profile import SEND_PHONE_PROFILE


def main() -> None:
    run_deed(SEND_PHONE_PROFILE)


if __name__ == "__main__":
    main()
