#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_sim
short_description: Activate, deactivate or order the SIM card of a device of a sipgate account
version_added: 0.1.0
description:
  - Does something to the SIM card of a mobile device. An order costs, and is sent at every run.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  command:
    description: What is to be done. Activating and deactivating change nothing when it is done already.
    type: str
    required: true
    choices:
      - activate
      - deactivate
      - order
  alias:
    description: Alias of the mobile device, or its extension id.
    type: str
    required: true
  user:
    description: E-mail address of the user that the device belongs to.
    type: str
    required: true
  sim_id:
    description: Number of the SIM card, to activate it. It is never shown.
    type: str
  address_id:
    description: Number of the address that an ordered card is sent to.
    type: str
seealso:
  - module: dialtone.voip.sipgate_device
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes.deed_unless_done
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: Activate a card
  dialtone.voip.sipgate_sim:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    command: activate
    alias: Mobile
    user: ada.sample@example.com
    sim_id: '{{ sim_id }}'
"""

RETURN = r"""
id:
  description: Extension id of the device.
  type: str
  returned: success
  sample: y0
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.deed import run_deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.sim import SIM


def main() -> None:
    run_deed(SIM)


if __name__ == "__main__":
    main()
