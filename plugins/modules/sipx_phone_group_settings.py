#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_phone_group_settings
short_description: Manage what the phones of a group of a sipXcom server inherit
version_added: 0.1.0
description:
  - Sets settings and firmware for the phones of a group, by model.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  phone_group:
    description: Name of the phone group.
    type: str
    required: true
  model:
    description: Model whose settings the paths are of. The server stores a value for all models that have the path.
    type: str
    required: true
  device_version:
    description: Firmware version of the model, which the phones of the group get. No call reads it back.
    type: str
  settings:
    description:
      - Setting path to value; settings that are not mentioned are left alone. A path that the model does not have is an error.
      - The value C((default)) takes a setting from the group, and an empty map takes all of the model's settings from it, at the price of a request for
        each.
    type: dict
  state:
    description: V(default) takes the settings that are mentioned from the group, whatever their values say.
    type: str
    default: present
    choices:
      - present
      - default
seealso:
  - module: dialtone.voip.sipx_phone_group
  - module: dialtone.voip.sipx_phone_profile
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes.unreadable
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.unreadable
"""

EXAMPLES = r"""
- name: Phones of the front office
  dialtone.voip.sipx_phone_group_settings:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    phone_group: front-office
    model: polycomVVX410
    settings:
      voipProt.SIP/dialplan: true
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
id:
  description: How the server addresses the phone group settings; absent when it is only about to be created.
  type: int
  returned: when known
  sample: 310
phone_group_settings:
  description: The phone group settings as it is after the task.
  type: dict
  returned: success
  sample:
    phone_group: front-office
    model: polycomVVX410
    settings:
      voipProt.SIP/dialplan: '1'
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - device_version
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.phone_group_settings import (
    PHONE_GROUP_SETTINGS,
    PhoneGroupSettingsAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, PhoneGroupSettingsAdapter, PHONE_GROUP_SETTINGS)


if __name__ == "__main__":
    main()
