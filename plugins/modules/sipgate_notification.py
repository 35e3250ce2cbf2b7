#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_notification
short_description: Manage a notification of a user of a sipgate account
version_added: 0.1.0
description:
  - 'Creates or deletes a notification: who is told of calls, faxes, voicemails or messages. All of it is its key, so a
    different one is another one.'
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  recipient:
    description: E-mail address or, for O(channel=sms), number of who is told.
    type: str
    required: true
  user:
    description: E-mail address of the user that it belongs to; upper and lower case are the same.
    type: str
    required: true
  event:
    description: What is told of.
    type: str
    choices:
      - call
      - fax
      - sms
      - voicemail
    required: true
  channel:
    description: How. V(report) is the transmission report of a sent fax by e-mail. Of messages only V(email) tells, of
      voicemails no V(report).
    type: str
    choices:
      - email
      - sms
      - report
    required: true
  endpoint:
    description:
      - Phone line, device or group for a call, fax line for a fax, mailbox for a voicemail, SMS extension for a message.
      - Written by kind and name, for example V(phone_line:ada@example.com/Reception), V(fax_line:ada@example.com/Fax),
        V(device:ada@example.com/Desk), V(group:Sales) or V(user:ada@example.com).
      - C(voicemail:) before a phone line or a group is its mailbox, for example V(voicemail:group:Sales).
      - An extension id, for example V(p3), and a phone number, for example V(+493023125001), are taken as they are.
      - Inside of something of a user, the user's own things need no user, for example V(phone_line:Reception).
    type: str
    required: true
  direction:
    description: Of which calls or faxes. Needed for these, and refused for others.
    type: str
    choices:
      - incoming
      - outgoing
  cause:
    description: Of which calls. Needed for these, and refused for others.
    type: str
    choices:
      - missed
      - successful
  state:
    description: Whether the notification exists.
    type: str
    choices:
      - present
      - absent
    default: present
seealso:
  - module: dialtone.voip.sipgate_notifications
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: Missed calls of the reception
  dialtone.voip.sipgate_notification:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    recipient: ops@example.com
    user: ada.sample@example.com
    event: call
    channel: email
    endpoint: phone_line:Reception
    direction: incoming
    cause: missed
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
  sample: '71'
notification:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    id: '71'
    recipient: ops@example.com
    user: ada.sample@example.com
    event: call
    channel: email
    endpoint: phone_line:ada.sample@example.com/Reception
    direction: incoming
    cause: missed
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.notification import (
    NOTIFICATION,
    NotificationAdapter,
)


def main() -> None:
    run_one(SIPGATE_V2, NotificationAdapter, NOTIFICATION)


if __name__ == "__main__":
    main()
