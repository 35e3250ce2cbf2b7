#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipgate_event
short_description: Manage a call, fax, message or voicemail of the past of a sipgate account
version_added: 0.1.0
description:
  - Marks, notes, labels or removes an event.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  id:
    description: Id of the event; see M(dialtone.voip.sipgate_info).
    type: str
    required: true
  type:
    description: Type of the event. v1 needs it, because an id tells one event of a type there.
    type: str
    choices:
      - call
      - fax
      - sms
      - voicemail
  read:
    description: Whether it has been read.
    type: bool
  starred:
    description: Whether it is starred.
    type: bool
  archived:
    description: Whether it is in the archive. Only in v2.
    type: bool
  note:
    description: A note. Only in v2.
    type: str
  labels:
    description: Labels of the event. Only in v1, where they can be added and not removed, and not for messages.
    type: list
    elements: str
  state:
    description: Whether the event exists. In v1, an event in the trash does not.
    type: str
    choices:
      - present
      - absent
    default: present
notes:
  - In v2 a deletion is for good. In v1 it moves the event to the trash, where it can still be read; nothing brings it back.
seealso:
  - module: dialtone.voip.sipgate_media
  - module: dialtone.voip.sipgate_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipgate
  - dialtone.voip.sipgate
"""

EXAMPLES = r"""
- name: It is done
  dialtone.voip.sipgate_event:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    id: '401'
    read: true
    archived: true
    note: called back

- name: It is to be forgotten
  dialtone.voip.sipgate_event:
    token_id: token-EXAMPL
    token: "{{ sipgate_token }}"
    id: '402'
    state: absent
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
  sample: '401'
event:
  description: It, as it is after the task; of an existing one all readable options that were looked at.
  type: dict
  returned: success
  sample:
    id: '401'
    type: call
    read: true
    starred: false
    archived: false
    note: called back
    direction: incoming
    created: '2026-02-01T09:30:00Z'
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_one
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.event import EVENT
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.generations import by_generation
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.platform import SIPGATE
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v1.event import EventAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipgate.v2.event import HistoryAdapter


def main() -> None:
    run_one(SIPGATE, by_generation({"v2": HistoryAdapter, "v1": EventAdapter}), EVENT)


if __name__ == "__main__":
    main()
