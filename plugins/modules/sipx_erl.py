#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_erl
short_description: Manage an emergency response location of a commercial sipXcom server
version_added: 0.1.0
description:
  - Creates, changes and deletes the places that emergency services are sent to. Only the commercial edition has them.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  elin:
    description: 'Emergency location identification number: the number that is called back.'
    type: str
    required: true
  location:
    description: Name of the place. Needed to create a location.
    type: str
  address_info:
    description: Its address. Needed to create a location.
    type: str
  description:
    description: Free text.
    type: str
  state:
    description: Whether the erl exists.
    type: str
    default: present
    choices:
      - present
      - absent
seealso:
  - module: dialtone.voip.sipx_erls
  - module: dialtone.voip.sipx_erl_assignment
  - module: dialtone.voip.sipx_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
"""

EXAMPLES = r"""
- name: The second floor
  dialtone.voip.sipx_erl:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    elin: "493023125010"
    location: Berlin, second floor
    address_info: Torstrasse 1, Berlin

- name: No longer needed
  dialtone.voip.sipx_erl:
    url: https://pbx.example.com
    username: superadmin
    password: "{{ pbx_password }}"
    elin: "493023125010"
    state: absent
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: created
erl:
  description: The erl as it is after the task.
  type: dict
  returned: success
  sample:
    elin: '493023125010'
    location: Berlin, second floor
    address_info: Torstrasse 1, Berlin
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.system.erl import ERL, ErlAdapter


def main() -> None:
    run_one(SIPX, ErlAdapter, ERL)


if __name__ == "__main__":
    main()
