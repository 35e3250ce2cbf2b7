#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_my_voicemail_pin
short_description: Manage a user's voicemail PIN on a sipXcom server
version_added: 0.1.0
description:
  - Sets the PIN of the user's mailbox. No call tells whether it is in force, so it is written only with O(update_secrets=always).
  - Better let an administrator set it with the option O(dialtone.voip.sipx_user#module:voicemail_pin) of M(dialtone.voip.sipx_user), in the body of the
    call.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  voicemail_pin:
    description: The new PIN, at least 4 digits.
    type: str
  allow_secret_in_url:
    description: Whether the PIN may stand in the address of the call, where logs of the server may keep it. The server has no other way, so nothing is
      done without it.
    type: bool
notes:
  - It acts on the user who logs in with O(username) and O(password).
seealso:
  - module: dialtone.voip.sipx_user
  - module: dialtone.voip.sipx_my_voicemail
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes.partial
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.secrets
"""

EXAMPLES = r"""
- name: A new PIN
  dialtone.voip.sipx_my_voicemail_pin:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    voicemail_pin: "{{ ines_voicemail_pin }}"
    allow_secret_in_url: true
    update_secrets: always
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
my_voicemail_pin:
  description: The my voicemail pin as it is after the task. Never a secret.
  type: dict
  returned: success
  sample: {}
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - voicemail_pin
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.secrets import (
    MY_VOICEMAIL_PIN,
    MyVoicemailPinAdapter,
)
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, MyVoicemailPinAdapter, MY_VOICEMAIL_PIN)


if __name__ == "__main__":
    main()
