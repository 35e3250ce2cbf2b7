#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_sms_caller_id
short_description: Manage a number that messages of a user of a sipgate account show
version_added: 0.1.0
description:
  - Adds or removes a number as the sender of messages, or makes it the default one.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  phone_number:
    description: The number in international form.
    type: str
    required: true
  user:
    description: E-mail address of the user that it belongs to; upper and lower case are the same.
    type: str
    required: true
  default:
    description: Whether messages show this number. It must have been verified; the others stop being the default.
    type: bool
  state:
    description: Whether the number is there.
    type: str
    choices:
      - present
      - absent
    default: present
notes:
  - A new number gets an SMS with a code, which costs. A person enters the code with M(dialtone.voip.sipgate_sms_verification);
    only then can O(default) be set.
seealso:
  - module: dialtone.voip.sipgate_sms_verification
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: Messages of Ada show her mobile number
  dialtone.voip.sipgate_sms_caller_id:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    phone_number: '+493023125902'
    user: ada.sample@example.com
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
  sample: '12'
sms_caller_id:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    id: '12'
    phone_number: '+493023125902'
    user: ada.sample@example.com
    default: true
    verified: true
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.sms import SMS_CALLER_ID, SmsCallerIdAdapter


def main() -> None:
    run_one(SIPGATE_V2, SmsCallerIdAdapter, SMS_CALLER_ID)


if __name__ == "__main__":
    main()
