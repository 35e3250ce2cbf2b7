#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_sms
short_description: Send a short message with a sipgate account
version_added: 0.1.0
description:
  - 'Sends a message. It costs, and is sent at every run: use it in handlers, or behind a condition.'
  - It is never sent in check mode and never sent twice.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  recipients:
    description: Numbers in international form. v2 takes one.
    type: list
    elements: str
    required: true
  text:
    description: The text, 460 characters at most.
    type: str
    required: true
  user:
    description: E-mail address of the user whose SMS extension sends; the owner of the token when it is omitted. Only in
      v2.
    type: str
  sms_extension:
    description: Id of an SMS extension, for example V(s0), for users with several. Only in v2.
    type: str
  source:
    description: Number that the recipient sees. It must have been verified, which no call tells; the service refuses the
      message otherwise. Only in v1.
    type: str
  send_at:
    description: When to send, in UTC, for example V(2026-12-24 18:00:00). v2 takes 30 days ahead at most.
    type: str
seealso:
  - module: dialtone.voip.sipgate_sms_caller_id
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes.deed
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: Tell the person on duty
  dialtone.voip.sipgate_sms:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    recipients:
      - '+493023125901'
    text: The gateway is down.

- name: The same with v1
  dialtone.voip.sipgate_sms:
    username: admin@example.com
    password: "{{ sipgate_password }}"
    api_version: v1
    recipients:
      - '+493023125901'
    text: The gateway is down.
"""

RETURN = r"""
event_ids:
  description: Ids of the events that the sending made, as far as they show already, which for v2 is looked at for three
    seconds. There are none when the login may not read events.
  type: list
  returned: success
  sample:
    - '50001024'
  elements: str
sms_extension:
  description: The extension that sent. Only in v2.
  type: str
  returned: success with v2
  sample: s0
"""

from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.deed import run_deed
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.deeds.sms import SMS


def main() -> None:
    run_deed(SMS)


if __name__ == "__main__":
    main()
