#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipx_my_voicemail
short_description: Manage a user's voicemail preferences on a sipXcom server
version_added: 0.1.0
description:
  - Sets the greeting and the e-mail announcements of a user's mailbox.
  - While an announcement is off, the server does not show its address and form, so they are written only together with switching it on, or by the rules
    of O(update_unreadable).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  greeting:
    description: The greeting that callers hear.
    type: str
    choices:
      - none
      - standard
      - out_of_office
      - extended_absence
  email_notification:
    description: Whether new messages are announced to the main address.
    type: bool
  email_address:
    description: The main address. The server keeps it in lower case.
    type: str
  email_format:
    description: How much the announcement says.
    type: str
    choices:
      - full
      - medium
      - brief
  email_include_audio_attachment:
    description: Whether the message is attached.
    type: bool
  alternate_email_notification:
    description: Whether new messages are announced to the second address.
    type: bool
  alternate_email_address:
    description: The second address. The server keeps it in lower case.
    type: str
  alternate_email_format:
    description: How much the announcement says.
    type: str
    choices:
      - full
      - medium
      - brief
  alternate_email_include_audio_attachment:
    description: Whether the message is attached.
    type: bool
notes:
  - It acts on the user who logs in with O(username) and O(password).
  - Needs the permission C(Voicemail).
seealso:
  - module: dialtone.voip.sipx_greeting
  - module: dialtone.voip.sipx_my_voicemail_pin
  - module: dialtone.voip.sipx_my_info
extends_documentation_fragment:
  - dialtone.voip.attributes.unreadable
  - dialtone.voip.attributes.sipx
  - dialtone.voip.sipx
  - dialtone.voip.unreadable
"""

EXAMPLES = r"""
- name: Announce messages by mail
  dialtone.voip.sipx_my_voicemail:
    url: https://pbx.example.com
    username: "4101"
    password: "{{ ines_password }}"
    greeting: out_of_office
    email_notification: true
    email_address: ines@example.com
    email_format: medium
"""

RETURN = r"""
action:
  description: What was done, or would be done in check mode.
  type: str
  returned: success
  sample: updated
my_voicemail:
  description: The my voicemail as it is after the task.
  type: dict
  returned: success
  sample:
    greeting: out_of_office
    email_notification: true
    email_address: ines@example.com
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - email_address
    - email_format
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.my.voicemail import MY_VOICEMAIL, MyVoicemailAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipx.platform import SIPX


def main() -> None:
    run_one(SIPX, MyVoicemailAdapter, MY_VOICEMAIL)


if __name__ == "__main__":
    main()
