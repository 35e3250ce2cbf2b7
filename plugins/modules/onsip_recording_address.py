#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: onsip_recording_address
short_description: Manage the address for recordings of an OnSIP organization
version_added: 0.1.0
description:
  - Creates, changes and deletes addresses that are called for managing recordings. No action manages the recordings
    themselves.
  - The vendor published only the names of the actions that write this, not their parameters. Those that are used
    follow its other actions; nobody has tried them. They need O(allow_unverified=true).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  address:
    description:
      - Local part of the SIP address, the part before the C(@). The domain is the one of the organization.
    type: str
    required: true
  name:
    description: Name that is shown for the address.
    type: str
  pin:
    description:
      - PIN that is asked for, digits only. Needed to create it. The service keeps it as a number, so leading zeros
        are lost.
    type: str
  state:
    description: Whether the address exists.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: dialtone.voip.onsip_recording_addresses
  - module: dialtone.voip.onsip_info
extends_documentation_fragment:
  - dialtone.voip.attributes.partial
  - dialtone.voip.attributes.onsip
  - dialtone.voip.onsip
  - dialtone.voip.onsip.unverified
  - dialtone.voip.secrets.verify
"""

EXAMPLES = r"""
- name: A recording address
  dialtone.voip.onsip_recording_address:
    username: admin.example
    password: "{{ onsip_password }}"
    address: recordings
    pin: "{{ recordings_pin }}"
    allow_unverified: true

- name: It is gone
  dialtone.voip.onsip_recording_address:
    username: admin.example
    password: "{{ onsip_password }}"
    address: recordings
    state: absent
    allow_unverified: true
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
id:
  description: How the service addresses the recording address; absent when it is only about to be created.
  type: str
  returned: when known
  sample: recordings@example.onsip.com
recording_address:
  description: The recording address as it is after the task; of an existing one all readable options. Never a secret.
  type: dict
  returned: success
  sample:
    id: 88062
    address: recordings
    name: recordings
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - pin
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.platform import ONSIP_UNVERIFIED
from ansible_collections.dialtone.voip.plugins.module_utils._onsip.recording_address import (
    RECORDING_ADDRESS,
    RecordingAddressAdapter,
)


def main() -> None:
    run_one(ONSIP_UNVERIFIED, RecordingAddressAdapter, RECORDING_ADDRESS)


if __name__ == "__main__":
    main()
