#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_voicemail
short_description: Manage the mailbox of a phone line of a sipgate account
version_added: 0.1.0
description:
  - Changes the settings of the mailbox that comes with a phone line.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  phone_line:
    description: Alias of the phone line.
    type: str
    required: true
  user:
    description: E-mail address of the user that it belongs to; upper and lower case are the same.
    type: str
    required: true
  active:
    description: Whether the mailbox answers.
    type: bool
  answer_after:
    description: Seconds after which it answers.
    type: int
  transcription:
    description: Whether messages are sent as text as well. It must be booked.
    type: bool
notes:
  - Accounts of the Neo product do not have phone lines; the service says 403 then.
  - Mailboxes of groups can only be read.
seealso:
  - module: dialtone.voip.sipgate_greeting
  - module: dialtone.voip.sipgate_phone_line
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: The mailbox answers after 15 seconds
  dialtone.voip.sipgate_voicemail:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    phone_line: Reception
    user: ada.sample@example.com
    active: true
    answer_after: 15
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
  sample: Reception
voicemail:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    phone_line: Reception
    user: ada.sample@example.com
    active: true
    answer_after: 20
    transcription: false
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.voicemail import VOICEMAIL, VoicemailAdapter


def main() -> None:
    run_one(SIPGATE_V2, VoicemailAdapter, VOICEMAIL)


if __name__ == "__main__":
    main()
