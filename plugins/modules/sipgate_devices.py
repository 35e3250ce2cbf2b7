#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_devices
short_description: Manage many devices of a sipgate account
version_added: 0.1.0
description:
  - Brings many devices to the wanted state in one call, with one listing a user and a few writes at a time.
  - A bad item fails alone; two items with one O(devices[].alias) in one user are both refused. The task fails in the end
    if any item failed.
  - The options of an item are those of M(dialtone.voip.sipgate_device).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  devices:
    description: The devices. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
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
  - module: dialtone.voip.sipgate_device
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The devices of the site
  dialtone.voip.sipgate_devices:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    devices:
      - alias: Desk
        user: ada.sample@example.com
      - alias: Desk
        user: ben.sample@example.com
        do_not_disturb: true

- name: The devices of Ada, and no others of hers
  dialtone.voip.sipgate_devices:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    src: /srv/onboarding/devices.csv
    prune: true
    prune_scope:
      fields:
        user: ada.sample@example.com
"""

RETURN = r"""
summary:
  description: How many items had which outcome.
  type: dict
  returned: success
  sample:
    created: 3
    updated: 1
    deleted: 0
    unchanged: 56
    failed: 0
    total: 60
results:
  description: Changed and failed items in the order of the list, then what was pruned; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    alias:
      description: Key of the item.
      type: str
      sample: Desk
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0; absent for a pruned object.
      type: int
      sample: 4
    id:
      description: How the service addresses it, where known.
      type: str
      sample: e7
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - type
    msg:
      description: Why the item failed.
      type: str
      sample: 'create failed: POST was answered 403.'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.device import DEVICE, DeviceAdapter


def main() -> None:
    run_many(SIPGATE_V2, DeviceAdapter, DEVICE)


if __name__ == "__main__":
    main()
