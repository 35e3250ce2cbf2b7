#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_number
short_description: Manage where a phone number of a sipgate account leads
version_added: 0.1.0
description:
  - Routes a phone number. No call orders numbers or gives them up; a person does that in the web portal of sipgate.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  number:
    description: The number in international form, for example V(+493023125001).
    type: str
    required: true
  endpoint:
    description:
      - Where the number leads. An empty text makes it lead nowhere.
      - Written by kind and name, for example V(phone_line:ada@example.com/Reception), V(fax_line:ada@example.com/Fax),
        V(device:ada@example.com/Desk), V(group:Sales) or V(user:ada@example.com).
      - C(voicemail:) before a phone line or a group is its mailbox, for example V(voicemail:group:Sales).
      - An extension id, for example V(p3), and a phone number, for example V(+493023125001), are taken as they are.
    type: str
  release_for_porting:
    description: Whether a mobile number is released, so that another provider may take it over. It is only changed when
      it is given.
    type: bool
seealso:
  - module: dialtone.voip.sipgate_numbers
  - module: dialtone.voip.sipgate_quick_dial
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: The main number
  dialtone.voip.sipgate_number:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    number: '+493023125001'
    endpoint: phone_line:ada.sample@example.com/Reception

- name: A number that leads nowhere
  dialtone.voip.sipgate_number:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    number: '+493023125002'
    endpoint: ''
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
id:
  description: How the service addresses it; absent when it is only about to be created or the service does not tell.
  type: str
  returned: when known
  sample: '9001'
number:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    id: '9001'
    number: '+493023125001'
    endpoint: phone_line:ada.sample@example.com/Reception
    release_for_porting: false
    type: landline
    localized: 030-23125001
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.number import NUMBER, NumberAdapter


def main() -> None:
    run_one(SIPGATE_V2, NumberAdapter, NUMBER)


if __name__ == "__main__":
    main()
