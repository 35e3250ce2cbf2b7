#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_info
short_description: Read what a sipXcom server has
version_added: 0.1.0
description:
  - Reads the objects of a sipXcom server, each kind completely or not at all.
  - What it returns for a kind of object is valid input for the plural module of that kind.
  - Secrets are never returned.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  gather:
    description: What to read. Each name is also the name of the return value.
    type: list
    elements: str
    required: true
    choices:
      - branches
      - builtin_permissions
      - gateway_models
      - gateways
      - hunt_groups
      - permissions
      - phone_groups
      - phone_models
      - phones
      - user_groups
      - users
  include_settings:
    description:
      - Whether phones and gateways are read with those of their settings that differ from the defaults.
      - This takes one more request an object. Settings that are secrets are left out.
    type: bool
    default: false
notes:
  - The user C(superadmin) and the group C(administrators) are among the results.
seealso:
  - module: dialtone.voip.sipx_users
  - module: dialtone.voip.sipx_phones
extends_documentation_fragment:
  - dialtone.voip.attributes.info
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: Who and what is there
  dialtone.voip.sipx_info:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    gather:
      - users
      - phones
  register: pbx

- name: Count them
  ansible.builtin.debug:
    msg: "{{ pbx.users | length }} users, {{ pbx.phones | length }} phones"
"""

RETURN = r"""
branches:
  description: The branches, as options of M(dialtone.voip.sipx_branch).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 12
      name: Lyon depot
      description: Warehouse
      address:
        city: Lyon
builtin_permissions:
  description: The permissions that the product defines; they can be granted and denied, but not changed.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - name: InternationalDialing
      label: InternationalDialing
      default_value: true
gateway_models:
  description: The models of gateways that the server knows.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - model: sipTrunkStandard
      label: SIP trunk
      versions: []
gateways:
  description: The gateways, as options of M(dialtone.voip.sipx_gateway).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 1031
      name: trunk-berlin
      model: sipTrunkStandard
      enabled: true
hunt_groups:
  description: The hunt groups, as options of M(dialtone.voip.sipx_hunt_group).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - extension: '4400'
      name: support
      rings:
        - user: '4101'
          expiration: 15
permissions:
  description: The custom permissions, as options of M(dialtone.voip.sipx_permission).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - name: perm_33
      label: Dial satellite
      default_value: false
phone_groups:
  description: The phone groups, as options of M(dialtone.voip.sipx_phone_group).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 310
      name: front-office
      weight: 7
phone_models:
  description: The models of phones that the server knows, with their firmware versions.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - model: polycomVVX410
      label: Polycom VVX 410
      vendor: Polycom
      versions:
        - polycom5.4.4
phones:
  description: The phones, as options of M(dialtone.voip.sipx_phone).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 2207
      serial_number: 0004f2c0ffee
      model: polycomVVX410
      lines:
        - user: '4101'
user_groups:
  description: The user groups, as options of M(dialtone.voip.sipx_user_group).
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 21
      name: frontdesk
      branch: Berlin
users:
  description: The users, as options of M(dialtone.voip.sipx_user), without their secrets; of the permissions those that are granted.
  type: list
  elements: dict
  returned: when it was asked for
  sample:
    - id: 57
      user_name: '4101'
      first_name: Ines
      last_name: Okafor
      groups:
        - frontdesk
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.info_module import run_info
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.info import GATHERERS, OPTIONS
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_info(SIPX, GATHERERS, OPTIONS)


if __name__ == "__main__":
    main()
