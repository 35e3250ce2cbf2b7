#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_device_password
short_description: Renew the SIP password of a device of a sipgate account
version_added: 0.1.0
description:
  - Lets the service choose a new SIP password. The old one stops working at once, and the telephone has to be given the
    new one.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  alias:
    description: Alias of the device, or its extension id.
    type: str
    required: true
  user:
    description: E-mail address of the user that the device belongs to.
    type: str
    required: true
  dest:
    description:
      - File for the new credentials, on the host where the module runs. It is JSON with C(username), C(password),
        C(sip_server) and C(outbound_proxy), and replaces what was there.
      - Only its owner can read it. Nothing is renewed when it cannot be written.
    type: path
notes:
  - The new password is never returned. Without O(dest) it is nowhere but in the web portal of sipgate.
  - Remove the file of O(dest) when the telephone has got its password.
  - Only devices of the type V(register) have a SIP password.
seealso:
  - module: dialtone.voip.sipgate_device
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes.deed
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: The password may be known to others
  dialtone.voip.sipgate_device_password:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    alias: Desk
    user: ada.sample@example.com

- name: A telephone is to be set up
  dialtone.voip.sipgate_device_password:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    alias: Desk
    user: ada.sample@example.com
    dest: /dev/shm/desk.json
"""

RETURN = r"""
dest:
  description: The file with the new credentials.
  type: str
  returned: when it was given
  sample: /dev/shm/desk.json
id:
  description: Extension id of the device.
  type: str
  returned: success
  sample: e7
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.deed import run_deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.device_password import DEVICE_PASSWORD


def main() -> None:
    run_deed(DEVICE_PASSWORD)


if __name__ == "__main__":
    main()
