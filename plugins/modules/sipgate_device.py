#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_device
short_description: Manage a device of a user of a sipgate account
version_added: 0.1.0
description:
  - Creates, changes or deletes a SIP telephone, a mobile or an external device of a user.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  alias:
    description: Name of the device. It tells the devices of a user apart and cannot be changed.
    type: str
    required: true
  user:
    description: E-mail address of the user that it belongs to; upper and lower case are the same.
    type: str
    required: true
  type:
    description: Kind of device, V(register) for a SIP telephone when it is omitted. It cannot be changed. A V(mobile) one
      may order a SIM card, which costs.
    type: str
    choices:
      - register
      - mobile
      - external
  number:
    description: Number that calls go on to. Only for, and needed to create, an V(external) device.
    type: str
  do_not_disturb:
    description: Whether the device does not ring.
    type: bool
  emergency_address_id:
    description: Number of the address that emergency calls are placed from. Only for a V(register) device.
    type: str
  caller_id:
    description: Number that the called see; an empty text leaves it to the service.
    type: str
  local_prefix:
    description: Prefix for numbers that are dialled without one. What is not mentioned is left alone.
    type: dict
    suboptions:
      value:
        description: The prefix, for example V(+4930).
        type: str
      active:
        description: Whether it is used.
        type: bool
  tariff_announcement:
    description: Whether the price of a call is announced.
    type: bool
  single_row_display:
    description: Whether the device shows one row only.
    type: bool
  incoming_call_display:
    description: Number that an V(external) device shows.
    type: str
    choices:
      - called_number
      - caller_number
  auto_recording:
    description: Whether calls of the device are recorded. It must be booked, and recording may need the consent of everybody
      in the call.
    type: bool
  state:
    description: Whether the device exists.
    type: str
    choices:
      - present
      - absent
    default: present
notes:
  - The SIP password is chosen by the service and never returned; see M(dialtone.voip.sipgate_device_password).
  - Whether the line or group of a device rings is an option of M(dialtone.voip.sipgate_phone_line) and M(dialtone.voip.sipgate_group).
seealso:
  - module: dialtone.voip.sipgate_devices
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: Ada has a telephone
  dialtone.voip.sipgate_device:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    alias: Desk
    user: ada.sample@example.com
    caller_id: '+493023125001'
    do_not_disturb: false

- name: Her telephone at home rings as well
  dialtone.voip.sipgate_device:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    alias: Home
    user: ada.sample@example.com
    type: external
    number: '+493023125901'

- name: It does not any more
  dialtone.voip.sipgate_device:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    alias: Home
    user: ada.sample@example.com
    state: absent
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
  sample: e7
device:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    id: e7
    alias: Desk
    user: ada.sample@example.com
    type: register
    do_not_disturb: false
    caller_id: '+493023125001'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.device import DEVICE, DeviceAdapter


def main() -> None:
    run_one(SIPGATE_V2, DeviceAdapter, DEVICE)


if __name__ == "__main__":
    main()
