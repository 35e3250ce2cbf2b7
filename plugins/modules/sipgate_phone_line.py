#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_phone_line
short_description: Manage a phone line of a user of a sipgate account
version_added: 0.1.0
description:
  - 'Creates, changes or deletes a phone line: the devices that ring, where calls go on to, its mailbox and its webhook.'
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  alias:
    description: Name of the line. It tells the lines of a user apart and cannot be changed.
    type: str
    required: true
  user:
    description: E-mail address of the user that it belongs to; upper and lower case are the same.
    type: str
    required: true
  devices:
    description: Devices that ring, and no others, each by its alias, or as V(ben.sample@example.com/Desk) when it belongs
      to another user. An empty list removes all.
    type: list
    elements: str
  forwardings:
    description: Where calls go on to, one after the other, and nowhere else. An empty list removes all.
    type: list
    elements: dict
    suboptions:
      destination:
        description:
          - Where calls go on to. V(voicemail) is the mailbox of the line itself.
          - Written by kind and name, for example V(phone_line:ada@example.com/Reception), V(fax_line:ada@example.com/Fax),
            V(device:ada@example.com/Desk), V(group:Sales) or V(user:ada@example.com).
          - C(voicemail:) before a phone line or a group is its mailbox, for example V(voicemail:group:Sales).
          - An extension id, for example V(p3), and a phone number, for example V(+493023125001), are taken as they are.
          - Inside of something of a user, the user's own things need no user, for example V(phone_line:Reception).
        type: str
        required: true
      timeout:
        description: Seconds of ringing before; V(0) forwards at once.
        type: int
        default: 0
      active:
        description: Whether it is used.
        type: bool
        default: true
  parallel_forwardings:
    description: What rings at the same time, and nothing else. The service calls them deprecated.
    type: list
    elements: dict
    suboptions:
      destination:
        description:
          - Where calls go on to. V(voicemail) is the mailbox of the line itself.
          - Written by kind and name, for example V(phone_line:ada@example.com/Reception), V(fax_line:ada@example.com/Fax),
            V(device:ada@example.com/Desk), V(group:Sales) or V(user:ada@example.com).
          - C(voicemail:) before a phone line or a group is its mailbox, for example V(voicemail:group:Sales).
          - An extension id, for example V(p3), and a phone number, for example V(+493023125001), are taken as they are.
          - Inside of something of a user, the user's own things need no user, for example V(phone_line:Reception).
        type: str
        required: true
      active:
        description: Whether it is used.
        type: bool
        default: true
  block_anonymous:
    description: What happens to callers who hide their number.
    type: dict
    suboptions:
      enabled:
        description: Whether they are blocked.
        type: bool
      target:
        description: Whether they are turned away or sent to the mailbox.
        type: str
        choices:
          - reject
          - voicemail
  voicemail:
    description: The mailbox of the line. What is not mentioned is left alone.
    type: dict
    suboptions:
      active:
        description: Whether the mailbox answers.
        type: bool
      answer_after:
        description: Seconds after which it answers.
        type: int
      transcription:
        description: Whether messages are sent as text as well. It must be booked.
        type: bool
  webhook:
    description: The webhook of the line. What is not mentioned is left alone.
    type: dict
    suboptions:
      incoming_url:
        description: Address that incoming calls are announced to; an empty text removes it.
        type: str
      outgoing_url:
        description: Address that outgoing calls are announced to; an empty text removes it.
        type: str
      incoming_active:
        description: Whether incoming calls are announced.
        type: bool
      outgoing_active:
        description: Whether outgoing calls are announced.
        type: bool
      log:
        description: Whether announcements are logged.
        type: bool
      allow_self_signed:
        description: Whether the address may have a certificate that nobody vouches for.
        type: bool
  webhook_certificate:
    description: Certificate of the webhook's address, with whatever else the PEM text holds; it is never shown.
    type: str
  auto_recording:
    description: Whether calls of the line are recorded. It must be booked, and recording may need the consent of everybody
      in the call.
    type: bool
  state:
    description: Whether the line exists.
    type: str
    choices:
      - present
      - absent
    default: present
notes:
  - Accounts of the Neo product do not have phone lines; the service says 403 then.
  - A line is created in two steps. When the second one fails, the first is taken back, so that no nameless line is left
    behind.
  - Which numbers lead to the line is an option of M(dialtone.voip.sipgate_number).
seealso:
  - module: dialtone.voip.sipgate_phone_lines
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes.partial
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
  - dialtone.voip.secrets.verify
"""

EXAMPLES = r"""
- name: The reception
  dialtone.voip.sipgate_phone_line:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    alias: Reception
    user: ada.sample@example.com
    devices:
      - Desk
    forwardings:
      - destination: voicemail
        timeout: 20
    voicemail:
      active: true
      answer_after: 20
    block_anonymous:
      enabled: true
      target: reject

- name: The reception is closed
  dialtone.voip.sipgate_phone_line:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    alias: Reception
    user: ada.sample@example.com
    forwardings:
      - destination: group:Sales
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
  sample: p3
phone_line:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    id: p3
    alias: Reception
    user: ada.sample@example.com
    devices:
      - ada.sample@example.com/Desk
    forwardings:
      - destination: voicemail:phone_line:ada.sample@example.com/Reception
        timeout: 20
        active: true
unverified:
  description: Options that were given, but of which it was not checked whether they are in force.
  type: list
  elements: str
  returned: when there are any
  sample:
    - webhook_certificate
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.phone_line import PHONE_LINE, PhoneLineAdapter


def main() -> None:
    run_one(SIPGATE_V2, PhoneLineAdapter, PHONE_LINE)


if __name__ == "__main__":
    main()
