#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_mobile_extension
short_description: Register a mobile extension of a sipgate account (v1)
version_added: 0.1.0
description:
  - Makes an extension for a handset that has none yet. It cannot be changed or deleted.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  phone_number:
    description: Number of the handset in international form.
    type: str
    required: true
  vendor:
    description: Vendor of the handset.
    type: str
  model:
    description: Model of the handset.
    type: str
  firmware:
    description: Firmware of the handset.
    type: str
  dest:
    description:
      - File for the SIP credentials, on the host where the module runs. It is JSON with C(username), C(password),
        C(sip_server) and C(outbound_proxy), and replaces what was there.
      - Only its owner can read it. It is written when the extension is created and never later, because the service tells
        them once; no extension is made when it cannot be written.
    type: path
  state:
    description: Whether the extension exists. V(absent) is refused, because no call deletes one.
    type: str
    choices:
      - present
      - absent
    default: present
notes:
  - It exists only in v1 of the API. In v2 it is M(dialtone.voip.sipgate_device).
  - The SIP password that the service answers is never returned. Without O(dest), or when the answer is lost on its way, it
    is nowhere but in the web portal of sipgate.
seealso:
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: A handset
  dialtone.voip.sipgate_mobile_extension:
    username: admin@example.com
    password: "{{ sipgate_password }}"
    phone_number: '+4915155501003'
    vendor: Acme
    model: A1
    firmware: 4.0.2
    dest: /dev/shm/handset.json
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the service addresses it; absent when it is only about to be created or the service does not tell.
  type: str
  returned: when known
  sample: 1234567e9
mobile_extension:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    id: 1234567e9
    phone_number: '4915155501003'
    vendor: Acme
    model: A1
    firmware: 4.0.2
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - dest
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V1
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v1.mobile_extension import (
    MOBILE_EXTENSION,
    MobileExtensionAdapter,
)


def main() -> None:
    run_one(SIPGATE_V1, MobileExtensionAdapter, MOBILE_EXTENSION)


if __name__ == "__main__":
    main()
