#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_sms_verification
short_description: Verify a number that messages of a sipgate account show
version_added: 0.1.0
description:
  - Enters the code that a new number got by SMS. Nothing happens when the number is verified already.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  phone_number:
    description: The number in international form.
    type: str
    required: true
  user:
    description: E-mail address of the user that it belongs to.
    type: str
    required: true
  verification_code:
    description: The code. It is never shown.
    type: str
    required: true
seealso:
  - module: dialtone.voip.sipgate_sms_caller_id
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes.deed_unless_done
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: The code has come
  dialtone.voip.sipgate_sms_verification:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    phone_number: '+493023125902'
    user: ada.sample@example.com
    verification_code: '{{ code }}'
"""

RETURN = r"""
id:
  description: Id of the number.
  type: str
  returned: when there was something to do
  sample: '12'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.deed import run_deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.sms_verification import SMS_VERIFICATION


def main() -> None:
    run_deed(SMS_VERIFICATION)


if __name__ == "__main__":
    main()
