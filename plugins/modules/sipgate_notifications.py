#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_notifications
short_description: Manage many notifications of a sipgate account
version_added: 0.1.0
description:
  - Brings many notifications to the wanted state in one call, with one listing a user.
  - A bad item fails alone; two items with one O(notifications[].recipient) in one user are both refused. The task fails
    in the end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipgate_notification).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  notifications:
    description: The notifications. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      recipient:
        description: E-mail address or, for O(notifications[].channel=sms), number of who is told.
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
  - module: dialtone.voip.sipgate_notification
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The notifications of the site
  dialtone.voip.sipgate_notifications:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    notifications:
      - recipient: ops@example.com
        user: ada.sample@example.com
        event: voicemail
        channel: email
        endpoint: voicemail:phone_line:Reception
      - recipient: ops@example.com
        user: ada.sample@example.com
        event: fax
        channel: report
        endpoint: fax_line:Fax
"""

RETURN = r"""
summary:
  description: How many items had which outcome.
  type: dict
  returned: success
  sample:
    created: 3
    updated: 1
    deleted: 0
    unchanged: 56
    failed: 0
    total: 60
results:
  description: Changed and failed items in the order of the list, then what was pruned; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    recipient:
      description: Key of the item.
      type: str
      sample: ops@example.com
    action:
      description: V(created), V(updated), V(deleted), V(unchanged) or V(failed).
      type: str
      sample: updated
    index:
      description: Place of the item in the list, from 0; absent for a pruned object.
      type: int
      sample: 4
    id:
      description: How the service addresses it, where known.
      type: str
      sample: '71'
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - recipient
    msg:
      description: Why the item failed.
      type: str
      sample: 'create failed: POST was answered 403.'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.notification import (
    NOTIFICATION,
    NotificationAdapter,
)


def main() -> None:
    run_many(SIPGATE_V2, NotificationAdapter, NOTIFICATION)


if __name__ == "__main__":
    main()
