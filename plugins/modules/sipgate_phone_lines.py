#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_phone_lines
short_description: Manage many phone lines of a sipgate account
version_added: 0.1.0
description:
  - Brings many phone lines to the wanted state in one call, with one listing a user and a few writes at a time. Lines of
    the list may forward to each other.
  - A bad item fails alone; two items with one O(phone_lines[].alias) in one user are both refused. The task fails in the
    end if any item failed.
  - The options of an item are those of M(dialtone.voip.sipgate_phone_line).
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  phone_lines:
    description: The phone lines. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
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
  - module: dialtone.voip.sipgate_phone_line
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes.partial
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
  - dialtone.voip.secrets.verify
  - dialtone.voip.bulk
"""

EXAMPLES = r"""
- name: The lines of the site
  dialtone.voip.sipgate_phone_lines:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    phone_lines:
      - alias: Reception
        user: ada.sample@example.com
        devices:
          - Desk
        forwardings:
          - destination: phone_line:ben.sample@example.com/Sales
            timeout: 15
      - alias: Sales
        user: ben.sample@example.com
        devices:
          - Desk
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
    alias:
      description: Key of the item.
      type: str
      sample: Reception
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
      sample: p3
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - devices
    msg:
      description: Why the item failed.
      type: str
      sample: 'create failed: POST was answered 403.'
    unverified:
      description: Options that were given, but of which it was not checked whether they are in force.
      type: list
      elements: str
      sample:
        - webhook_certificate
unverified:
  description: For each option that was given but not checked, of how many items.
  type: dict
  returned: when there are any
  sample:
    webhook_certificate: 57
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE_V2
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.phone_line import PHONE_LINE, PhoneLineAdapter


def main() -> None:
    run_many(SIPGATE_V2, PhoneLineAdapter, PHONE_LINE)


if __name__ == "__main__":
    main()
