#!/usr/bin/python
# Copyright (c) 2026 the dialtone.voip contributors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: sipthor_journal
short_description: Put entries into the journal of a SIP Thor account
version_added: 0.1.0
description:
  - Appends entries to an account's journal, which all clients of the account read. The account logs in with its own credentials.
  - The server does not keep the id of an entry, so the entry is stored as a JSON text with C(id) and C(data). By the id it is
    recognised at the next run, and when the answer to its creation was lost; it is never put twice.
  - Entries are read with C(journal) of M(dialtone.voip.sipthor_info), from any point on.
author:
  - The dialtone.voip contributors (@dialtone-voip)
options:
  entries:
    description: The entries. Either this or O(src) is needed.
    type: list
    elements: dict
    suboptions:
      id:
        description: Names the entry within the account's journal.
        type: str
        required: true
      data:
        description:
          - The text of the entry. Needed to put it; it cannot be changed later, and an entry that is there with other data fails.
          - It is treated as a secret, because journals hold private messages.
        type: str
      uuid:
        description: Identifies the client that puts the entry, up to 256 characters. New entries get V(dialtone.voip) when it is omitted.
        type: str
      state:
        description: Whether the entry exists. With V(absent), an entry that does fails, because the server's action that deletes does not work.
        type: str
        choices:
          - present
          - absent
        default: present
notes:
  - Entries are put one after the other, whatever O(parallel) says.
  - The whole journal is read first. Rows that other programs wrote in another form are left alone.
seealso:
  - module: dialtone.voip.sipthor_info
extends_documentation_fragment:
  - dialtone.voip.attributes
  - dialtone.voip.attributes.sipthor
  - dialtone.voip.sipthor
  - dialtone.voip.bulk.undeletable
"""

EXAMPLES = r"""
- name: A note for all clients of the account
  dialtone.voip.sipthor_journal:
    url: https://sip.example.com/settings.phtml
    username: alice@example.com
    password: "{{ alice_sip_password }}"
    entries:
      - id: moved-2026-11
        data: The office has moved, the door code is in the usual place.

- name: What other clients wrote since
  dialtone.voip.sipthor_info:
    url: https://sip.example.com/settings.phtml
    username: alice@example.com
    password: "{{ alice_sip_password }}"
    gather:
      - journal
    journal_after_id: 812
    journal_except_uuid: dialtone.voip
"""

RETURN = r"""
summary:
  description: How many items had which outcome.
  type: dict
  returned: success
  sample:
    created: 3
    updated: 0
    deleted: 0
    unchanged: 56
    failed: 0
    total: 59
results:
  description: Changed and failed items in the order of the list; see O(result_detail).
  type: list
  elements: dict
  returned: success
  contains:
    id:
      description: Key of the item.
      type: str
      sample: moved-2026-11
    action:
      description: V(created), V(updated), V(unchanged) or V(failed).
      type: str
      sample: created
    index:
      description: Place of the item in the list, from 0.
      type: int
      sample: 4
    fields:
      description: The options that were written.
      type: list
      elements: str
      sample:
        - data
    msg:
      description: Why the item failed.
      type: str
      sample: "is in the journal with other data, and entries cannot be changed; use another id"
"""

from ansible_collections.dialtone.voip.plugins.module_utils._ansible.reconcile_module import run_many
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.journal import ENTRY, JournalAdapter
from ansible_collections.dialtone.voip.plugins.module_utils._sipthor.platform import SIPTHOR


def main() -> None:
    run_many(SIPTHOR, JournalAdapter, ENTRY)


if __name__ == "__main__":
    main()
