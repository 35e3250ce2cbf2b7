#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_drop_registrations
short_description: Drop registrations at a sipXcom server
version_added: 0.1.0
description:
  - Removes the registrations of a user, a phone, an address, a Call-ID or a server from the database. A phone registers again when its time has come.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  user:
    description: User name or alias.
    type: str
  serial_number:
    description: Serial number of a phone that the server knows.
    type: str
  ip:
    description: Address of phones. Refused when the server would drop others as well, because it looks for the address anywhere in a contact.
    type: str
  call_id:
    description: Call-ID of the registration.
    type: str
  server:
    description: Host name of the server at which they are registered.
    type: str
seealso:
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes.once
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Nobody is reachable at the lost phone any more
  dialtone.voip.sipx_drop_registrations:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    serial_number: 00:04:f2:c0:ff:ee
"""

RETURN = r"""
registrations:
  description: What was dropped, or would be.
  type: list
  elements: dict
  returned: when there were any
  sample:
    - identity: 4101@pbx.example.com
      contact: <sip:4101@192.0.2.44;line=1>
      status: active
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.deed import run_deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.deeds.registrations import DROP_REGISTRATIONS


def main() -> None:
    run_deed(DROP_REGISTRATIONS)


if __name__ == "__main__":
    main()
